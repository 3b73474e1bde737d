package redflag.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import redflag.basics.Store;
import redflag.report.StoreOutcome;
import redflag.risk.RiskLevel;

/**
 * What there is to tell of a store.
 *
 * @param outcome missing where its account failed
 * @param failure why there is none; empty where there is one
 * @param before the risk levels of the nights before, the newest first
 */
public record StoreNews(Store store, Optional<StoreOutcome> outcome, String failure, List<RiskLevel> before) {

    public StoreNews {
        before = List.copyOf(before);
    }

    private static boolean isOff(RiskLevel level) {
        return level == RiskLevel.DEACTIVATED || level == RiskLevel.OFF_TARGET;
    }

    boolean isOffTarget() {
        return outcome.filter(of -> isOff(of.risk())).isPresent();
    }

    /** Whether it stands at this level or worse; one without a report is not known to be any better. */
    boolean isAtLeast(RiskLevel level) {
        return outcome.map(of -> of.risk().compareTo(level) <= 0).orElse(true);
    }

    /** Whether something is other than on the night before; also where that is not known. */
    boolean isChanged() {
        if (outcome.isEmpty()
                || before.isEmpty()
                || before.get(0) != outcome.get().risk()) {
            return true;
        }
        return outcome.get()
                .detail()
                .change()
                .map(change -> change.added() + change.left() + change.worse() + change.better() > 0)
                .orElse(true);
    }

    /** In a row, this one counted; 0 where it is not off target. */
    int nightsOffTarget() {
        if (!isOffTarget()) {
            return 0;
        }
        int nights = 1;
        while (nights <= before.size() && isOff(before.get(nights - 1))) {
            nights++;
        }
        return nights;
    }

    /** Whether nobody has filled in anything about it yet. */
    boolean isLeftAlone() {
        return outcome.filter(of -> of.detail().isTakenUp()).isEmpty();
    }

    /** Whether a notice is due in these days, both counted. */
    boolean hasNoticeDue(LocalDate from, LocalDate to) {
        return outcome.map(of -> of.detail().notices()).orElse(List.of()).stream()
                .flatMap(notice -> notice.due().stream())
                .anyMatch(due -> !due.isBefore(from) && !due.isAfter(to));
    }
}
