package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.report.Outcomes.account;
import static redflag.report.Outcomes.portfolio;
import static redflag.report.Outcomes.store;
import static redflag.report.SampleReports.AS_OF;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redflag.basics.Remark;
import redflag.metrics.Freshness;
import redflag.report.StoreDetail.CommonCause;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.words.Messages;

class AlarmsTests {

    private static final ReportWords WORDS = new ReportWords(Messages.english());

    private static List<String> told(AccountOutcome... accounts) {
        return Alarms.of(portfolio(accounts), WORDS).stream().map(Alarm::what).toList();
    }

    private static List<String> hits(AccountOutcome... accounts) {
        return Alarms.of(portfolio(accounts), WORDS).stream()
                .flatMap(alarm -> alarm.hits().stream())
                .map(hit -> hit.store().store() + ": " + hit.evidence())
                .toList();
    }

    private static Outcomes worse(String id) {
        return store(id).late(Status.ON_TARGET, Status.OFF_TARGET);
    }

    @Test
    void aMetricThatIsWorseAtThreeStoresOfTwoAccountsIsAnAlarm() {
        AccountOutcome[] accounts = {
            account("one", worse("a"), store("b").late(Status.WATCH, Status.OFF_TARGET)),
            account(
                    "two",
                    store("c").late(Status.ON_TARGET, Status.WATCH),
                    store("d").late(Status.WATCH, Status.WATCH))
        };
        assertThat(told(accounts))
                .containsExactly(
                        "Late shipment rate, 30 days is worse than the night before at 3 stores of 2 accounts.");
        assertThat(hits(accounts))
                .containsExactly(
                        "a: On target on 21 November 2026; Off target now: 4.20 % (21 of 500)",
                        "b: Watch on 21 November 2026; Off target now: 4.20 % (21 of 500)",
                        "c: On target on 21 November 2026; Watch now: 4.20 % (21 of 500)");
    }

    @Test
    void anAlarmIsToldInChineseToo() {
        ReportWords chinese = new ReportWords(Messages.forLanguage("zh"));
        Portfolio night = portfolio(account("one", worse("a"), worse("b")), account("two", worse("c")));
        Alarm alarm = Alarms.of(night, chinese).get(0);

        assertThat(alarm.what()).isEqualTo("迟发率（30 天）：2 个账户的 3 个店铺比上一夜更差。");
        assertThat(alarm.hits().get(0).evidence()).startsWith("2026年11月21日为达标，现在未达标：");
    }

    @Test
    void twoStoresOrOneAccountAreNone() {
        assertThat(told(account("one", worse("a")), account("two", worse("b")))).isEmpty();
        assertThat(told(account("one", worse("a"), worse("b"), worse("c")), account("two", store("d"))))
                .isEmpty();
    }

    /** What was not measured before may have been off target already; what is shown only burns nobody. */
    @Test
    void onlyWhatWasSeenToBecomeWorseCounts() {
        AccountOutcome two = account("two", worse("a"), worse("b"));
        assertThat(told(two, account("one", store("c").late(Status.NOT_MEASURED, Status.OFF_TARGET))))
                .isEmpty();
        assertThat(told(two, account("one", store("c").late(Status.OFF_TARGET, Status.WATCH))))
                .isEmpty();
        assertThat(told(two, account("one", store("c").late(Status.ON_TARGET, Status.NOT_MEASURED))))
                .isEmpty();
        assertThat(told(
                        two,
                        account(
                                "one",
                                store("c")
                                        .reading(
                                                Metric.LATE_SHIPMENT_RATE_30,
                                                Status.ON_TARGET,
                                                Status.OFF_TARGET,
                                                false,
                                                Optional.empty()))))
                .isEmpty();
        assertThat(told(two, account("one", worse("c").since(AS_OF.minusDays(20)))))
                .as("it may have happened long before")
                .isEmpty();
    }

    private static CommonCause carrier(String name) {
        return new CommonCause(
                Metric.LATE_SHIPMENT_RATE_30,
                Optional.empty(),
                "more-often-by-carrier",
                name,
                "Carrier " + name,
                Optional.empty(),
                Optional.empty(),
                5,
                12);
    }

    private static CommonCause days(int from, int to) {
        LocalDate first = LocalDate.of(2026, 11, from);
        LocalDate last = LocalDate.of(2026, 11, to);
        return new CommonCause(
                Metric.LATE_SHIPMENT_RATE_30,
                Optional.empty(),
                "block-of-days",
                first + "/" + last,
                "Days " + from + "-" + to,
                Optional.of(first),
                Optional.of(last),
                5,
                12);
    }

    @Test
    void theSameCarrierAtStoresOfTwoAccountsIsAnAlarm() {
        AccountOutcome[] accounts = {
            account("one", store("a").cause(carrier("Swift")), store("b").cause(carrier("Other"))),
            account("two", store("c").cause(carrier("Swift")))
        };
        assertThat(told(accounts))
                .containsExactly(
                        "Late shipment rate, 30 days, the same cause at 2 stores of 2 accounts: Carrier Swift.");
        assertThat(hits(accounts)).containsExactly("a: 5 of 12 defects", "c: 5 of 12 defects");
        assertThat(told(account(
                        "one", store("a").cause(carrier("Swift")), store("b").cause(carrier("Swift")))))
                .isEmpty();
    }

    @Test
    void blocksOfDaysAreTheSameWhereTheyOverlapAndTheSharedDaysAreNamed() {
        AccountOutcome[] accounts = {
            account("one", store("a").cause(days(1, 4)), store("d").cause(days(20, 21))),
            account("two", store("b").cause(days(3, 8))),
            account("three", store("c").cause(days(2, 3)))
        };
        assertThat(told(accounts))
                .containsExactly(
                        "Late shipment rate, 30 days, the same cause at 3 stores of 3 accounts: days that share 3 November 2026.");
        assertThat(hits(accounts))
                .containsExactly(
                        "a: Days 1-4 5 of 12 defects", "b: Days 3-8 5 of 12 defects", "c: Days 2-3 5 of 12 defects");
        assertThat(told(
                        account("one", store("a").cause(days(1, 4))),
                        account("two", store("b").cause(days(5, 8)))))
                .isEmpty();
        assertThat(told(
                        account("one", store("a").cause(days(1, 4))),
                        account("two", store("b").cause(days(2, 8)))))
                .containsExactly(
                        "Late shipment rate, 30 days, the same cause at 2 stores of 2 accounts: days that share 2 November 2026 to 4 November 2026.");
    }

    private static ExportAge age(Freshness.Level level) {
        return new ExportAge("allOrders", "All Orders report", "Reports", AS_OF.minusDays(5), 5, level, false);
    }

    @Test
    void aDownloadThatThreeStoresNeedIsAnAlarmMissingOrStale() {
        AccountOutcome one = account(
                "one",
                store("a").missing("allOrders", "All Orders report"),
                store("b").old(age(Freshness.Level.STALE)));
        assertThat(told(one, account("two", store("c").missing("allOrders", "All Orders report"))))
                .containsExactly("3 stores of 2 accounts need the same download: All Orders report.");
        assertThat(hits(one, account("two", store("c").missing("allOrders", "All Orders report"))))
                .containsExactly(
                        "a: not measured without it",
                        "b: too old: nothing newer than 17 November 2026",
                        "c: not measured without it");
        assertThat(told(one, account("two", store("c").old(age(Freshness.Level.LATE)))))
                .isEmpty();
        assertThat(told(one, account("two", store("c").missing("orderDefects", "Order defects"))))
                .isEmpty();
    }

    @Test
    void whatPeopleWriteThemselvesIsNoDownload() {
        ExportAge actions =
                new ExportAge("actions", "Actions", "a table", AS_OF.minusDays(30), 30, Freshness.Level.STALE, false);
        assertThat(Download.of(store("a").old(actions).made())).isEmpty();
        assertThat(Download.of(store("a").old(age(Freshness.Level.LATE)).made()))
                .extracting(Download::kind)
                .containsExactly("allOrders");
        assertThat(told(
                        account("one", store("a").missing("accountStatus", "Account status")),
                        account("two", store("b").missing("accountStatus", "Account status")),
                        account("three", store("c").missing("accountStatus", "Account status"))))
                .isEmpty();
    }

    private static AccountOutcome broken(String id, Optional<String> kind, String why, boolean expected) {
        return account(
                id,
                List.of(),
                List.of(new QuarantinedFile(id + "/f", kind, Remark.of(why), expected)),
                store(id + "-us"));
    }

    @Test
    void filesOfOneExportOrOneReasonInTwoAccountsAreAnAlarm() {
        assertThat(told(
                        broken("one", Optional.of("All Orders report"), "quarantine.broken-workbook", false),
                        broken("two", Optional.of("All Orders report"), "quarantine.unpacks-too-large", false)))
                .containsExactly("Files of the same export (All Orders report) could not be used in 2 accounts.");
        AccountOutcome[] unknown = {
            broken("one", Optional.empty(), "quarantine.unknown-kind", false),
            broken("two", Optional.empty(), "quarantine.unknown-kind", false)
        };
        assertThat(told(unknown)).containsExactly("Files could not be used for the same reason in 2 accounts.");
        assertThat(hits(unknown))
                .containsExactly(
                        "one-us: one/f: its columns are of no export that Redflag knows",
                        "two-us: two/f: its columns are of no export that Redflag knows");
        assertThat(told(unknown[0], broken("two", Optional.empty(), "quarantine.pdf", false)))
                .isEmpty();
        assertThat(told(unknown[0], broken("two", Optional.empty(), "quarantine.unknown-kind", true)))
                .as("the job expects it")
                .isEmpty();
    }

    private static AccountOutcome rejected(String id, String file, String... columns) {
        return account(
                id,
                List.of(new FileRead(
                        file,
                        "allOrders",
                        "All Orders report",
                        "",
                        "",
                        9,
                        8,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(columns))),
                List.of(),
                store(id + "-us"));
    }

    @Test
    void aColumnThatRowsAreRejectedForInThreeAccountsIsAnAlarm() {
        AccountOutcome one = rejected("one", "one/f", "purchase-date");
        AccountOutcome two = rejected("two", "two/f", "purchase-date", "quantity");
        assertThat(told(one, two, rejected("three", "three/f", "purchase-date")))
                .containsExactly(
                        "All Orders report: rows were rejected for the same column (purchase-date) in files of 3 accounts.");
        assertThat(hits(one, two, rejected("three", "three/f", "purchase-date")))
                .containsExactly("one-us: one/f", "three-us: three/f", "two-us: two/f");
        assertThat(told(one, two, rejected("three", "three/f", "quantity"))).isEmpty();
        assertThat(told(Stream.of("one", "two", "three")
                        .map(id -> rejected(id, "shared.csv", "purchase-date"))
                        .toArray(AccountOutcome[]::new)))
                .as("one file of all of them")
                .isEmpty();
    }
}
