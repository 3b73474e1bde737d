package redflag.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import redflag.basics.AccountId;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.delivery.Delivered;
import redflag.delivery.Delivery;
import redflag.delivery.MailSettings;
import redflag.delivery.News;
import redflag.delivery.StoreNews;
import redflag.history.NightKey;
import redflag.history.Nights;
import redflag.history.Outbox;
import redflag.history.ReadingHistory;
import redflag.report.AccountOutcome;
import redflag.report.Portfolio;
import redflag.report.StoreOutcome;
import redflag.risk.RiskLevel;

/**
 * Tells the recipients of a night what stored outcomes say of it. Who is told is what the job says now, not what it said when
 * the night was planned: a mended address counts for a night that could not be delivered to it.
 */
final class NightMail {

    /** What is older is no news: a manager has had other messages since. */
    private static final int DAYS_WORTH_TELLING = 3;

    private static final Duration A_MOMENT = Duration.ofMillis(100);

    private final JobDefinition job;
    private final Nights nights;
    private final ReadingHistory history;
    private final Outbox outbox;
    private final Clock clock;

    NightMail(JobDefinition job, Nights nights, ReadingHistory history, Outbox outbox, Clock clock) {
        this.job = job;
        this.nights = nights;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return what came of each recipient's message; nothing where the job sends none, or the night is of some stores only */
    List<Delivered> deliver(NightPlan plan, Portfolio portfolio, Delivery.Request request, Cancellation cancellation) {
        Optional<MailSettings> mail = job.mail();
        if (mail.isEmpty() || !plan.key().isWhole()) {
            return List.of();
        }
        return new Delivery(mail.get(), outbox, clock, watch(cancellation))
                .deliver(news(plan, portfolio), plan.key().attempt(), request);
    }

    /** Who has not got the message of a night that is a few days older than this one, night by night. */
    SortedMap<LocalDate, Set<String>> leftOfNightsBefore(LocalDate asOf) {
        return job.mail().isEmpty()
                ? new TreeMap<>()
                : outbox.unsettled(job.name(), asOf.minusDays(DAYS_WORTH_TELLING), asOf);
    }

    private News news(NightPlan plan, Portfolio portfolio) {
        NightKey key = plan.key();
        Map<StoreId, LocalDate> days = new TreeMap<>();
        plan.accounts().forEach(account -> days.putAll(account.asOf()));
        Map<StoreId, List<RiskLevel>> before = history.risksBefore(key.job(), days);
        Map<StoreId, StoreOutcome> outcomes = new HashMap<>();
        portfolio.stores().forEach(outcome -> outcomes.put(outcome.store(), outcome));
        Map<AccountId, String> errors = new HashMap<>();
        for (AccountOutcome account : portfolio.accounts()) {
            account.error().ifPresent(error -> errors.put(account.account(), error));
        }
        List<StoreNews> stores = new ArrayList<>();
        for (Store store : job.stores()) {
            Optional<StoreOutcome> outcome = Optional.ofNullable(outcomes.get(store.id()));
            if (days.containsKey(store.id())) {
                stores.add(new StoreNews(
                        store,
                        outcome,
                        outcome.isPresent() ? "" : errors.getOrDefault(store.account(), ""),
                        before.getOrDefault(store.id(), List.of())));
            }
        }
        List<StoreId> order =
                portfolio.stores().stream().map(StoreOutcome::store).toList();
        stores.sort(Comparator.comparing(
                store -> store.outcome().map(of -> order.indexOf(of.store())).orElse(-1)));
        LocalDate day = LocalDate.ofInstant(
                nights.startedAt(key).orElseGet(clock::instant), job.asOf().zone());
        return new News(day, plan.language(), portfolio, stores, java.nio.file.Path.of(plan.reports()));
    }

    private static Delivery.Watch watch(Cancellation cancellation) {
        return new Delivery.Watch() {
            @Override
            public void check() {
                cancellation.check();
            }

            @Override
            public void handingOver() {
                FailPoint.MAIL_SENDING.reached(cancellation);
            }

            @Override
            public void handedOver() {
                FailPoint.MAIL_TAKEN.reached(cancellation);
            }

            @Override
            public void pause(Duration time) {
                long end = System.nanoTime() + time.toNanos();
                while (System.nanoTime() < end) {
                    cancellation.check();
                    try {
                        Thread.sleep(A_MOMENT.toMillis());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
            }
        };
    }
}
