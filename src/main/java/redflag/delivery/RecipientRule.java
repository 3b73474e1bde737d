package redflag.delivery;

import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import redflag.risk.RiskLevel;
import redflag.smtp.Secret;

/**
 * What a recipient wants to be told, and how. Nothing of it holds back a message about a notice that is due within 72 hours.
 *
 * @param atLeast a night is told if one of the recipient's stores stands at this level or worse; {@code HEALTHY} for every night
 * @param onlyOnChange a night is told only if something is other than on the night before
 * @param quiet days on which nothing is sent; those on which the night starts, in the job's zone
 * @param digest the day on which a message is sent whatever there is to tell
 * @param attach of which stores the reports are attached
 * @param language of the message; the recipient's stores' own where it is missing
 * @param password with which attached workbooks and plans open; they are not encrypted where it is missing
 */
record RecipientRule(
        RiskLevel atLeast,
        boolean onlyOnChange,
        Set<DayOfWeek> quiet,
        Optional<DayOfWeek> digest,
        Attach attach,
        Optional<String> language,
        Optional<Secret> password) {

    static final RecipientRule DEFAULT = new RecipientRule(
            RiskLevel.HEALTHY,
            false,
            Set.of(),
            Optional.empty(),
            Attach.OFF_TARGET,
            Optional.empty(),
            Optional.empty());

    RecipientRule {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(quiet);
        quiet = Collections.unmodifiableSet(days);
    }

    /** Of which stores reports are attached. */
    enum Attach {
        ALL,
        /** Of which something is other than on the night before. */
        CHANGED,
        /** That are off target or deactivated. */
        OFF_TARGET,
        NONE;

        boolean wants(StoreNews store) {
            return switch (this) {
                case ALL -> true;
                case CHANGED -> store.isChanged();
                case OFF_TARGET -> store.isOffTarget();
                case NONE -> false;
            };
        }
    }
}
