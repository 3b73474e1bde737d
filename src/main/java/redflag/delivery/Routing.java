package redflag.delivery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Store;
import redflag.delivery.Recipient.Role;
import redflag.words.Messages;

/** Who is to be told of a night, and who wants to hear nothing of it. */
final class Routing {

    /** A notice that is due within 72 hours, or has been for no longer than that, is never quiet. */
    private static final int DAYS_OF_URGENCY = 3;

    private final News news;
    private final MailSettings settings;
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, Set<Role>> roles = new LinkedHashMap<>();

    private Routing(News news, MailSettings settings) {
        this.news = news;
        this.settings = settings;
    }

    /** Why somebody gets no message of a night. */
    enum Withheld {
        QUIET_DAY,
        NOTHING_CHANGED,
        NO_STORE_AT_LEAST
    }

    /** @param withheld missing for a message that is to go out */
    record Route(Recipient recipient, Optional<Withheld> withheld) {}

    /** By address, each once. Who is only told of trouble is left out of a night without. */
    static List<Route> of(News news, MailSettings settings) {
        return new Routing(news, settings).routes();
    }

    private List<Route> routes() {
        for (StoreNews store : news.stores()) {
            add(store.store().manager(), Role.MANAGER);
            store.store().cc().forEach(address -> add(address, Role.MANAGER));
        }
        settings.lead().forEach(address -> add(address, Role.LEAD));
        if (Troubles.areIn(news)) {
            settings.operators().forEach(address -> add(address, Role.OPERATOR));
        }
        List<StoreNews> escalated = escalated();
        if (!escalated.isEmpty()) {
            settings.escalation().ifPresent(of -> of.to().forEach(address -> add(address, Role.ESCALATION)));
        }
        List<Route> routes = new ArrayList<>();
        roles.forEach((key, of) -> {
            Recipient recipient = recipient(key, of, escalated);
            routes.add(new Route(recipient, withheld(recipient)));
        });
        return routes;
    }

    private void add(String address, Role role) {
        String key = Addresses.key(address);
        addresses.putIfAbsent(key, address);
        roles.computeIfAbsent(key, none -> EnumSet.noneOf(Role.class)).add(role);
    }

    private List<StoreNews> escalated() {
        int nights =
                settings.escalation().map(MailSettings.Escalation::afterNights).orElse(Integer.MAX_VALUE);
        return news.stores().stream()
                .filter(store -> store.nightsOffTarget() >= nights && store.isLeftAlone())
                .toList();
    }

    private Recipient recipient(String key, Set<Role> of, List<StoreNews> escalated) {
        boolean isOfEscalation = of.contains(Role.ESCALATION);
        List<StoreNews> stores = news.stores().stream()
                .filter(store -> of.contains(Role.LEAD)
                        || isToldTo(store.store(), key)
                        || isOfEscalation && escalated.contains(store))
                .toList();
        RecipientRule rule = settings.ruleOf(key);
        String language = rule.language()
                .orElseGet(() -> of.contains(Role.LEAD)
                        ? news.language()
                        : MailSection.languageOf(
                                stores.stream().map(StoreNews::store).toList()));
        return new Recipient(
                addresses.getOrDefault(key, key),
                of,
                stores,
                stores.stream().filter(escalated::contains).toList(),
                rule,
                Messages.forLanguage(language));
    }

    private static boolean isToldTo(Store store, String key) {
        return Addresses.key(store.manager()).equals(key)
                || store.cc().stream()
                        .anyMatch(address -> Addresses.key(address).equals(key));
    }

    private Optional<Withheld> withheld(Recipient recipient) {
        RecipientRule rule = recipient.rule();
        LocalDate from = news.day().minusDays(DAYS_OF_URGENCY);
        LocalDate to = news.day().plusDays(DAYS_OF_URGENCY);
        if (recipient.is(Role.OPERATOR)
                || recipient.stores().stream().anyMatch(store -> store.hasNoticeDue(from, to))) {
            return Optional.empty();
        }
        if (rule.quiet().contains(news.day().getDayOfWeek())) {
            return Optional.of(Withheld.QUIET_DAY);
        }
        boolean isDigest =
                rule.digest().filter(news.day().getDayOfWeek()::equals).isPresent();
        if (isDigest || recipient.is(Role.ESCALATION)) {
            return Optional.empty();
        }
        if (recipient.stores().stream().noneMatch(store -> store.isAtLeast(rule.atLeast()))) {
            return Optional.of(Withheld.NO_STORE_AT_LEAST);
        }
        boolean isNew = recipient.stores().stream().anyMatch(StoreNews::isChanged);
        return rule.onlyOnChange() && !isNew ? Optional.of(Withheld.NOTHING_CHANGED) : Optional.empty();
    }
}
