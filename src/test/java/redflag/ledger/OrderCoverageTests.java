package redflag.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.basics.Period;
import redflag.basics.Store;
import redflag.ledger.LedgerFiles.Line;

/** How far an account's order exports reach, by store. */
class OrderCoverageTests {

    private static final Store US = LedgerFiles.store("north-us", "US");
    private static final String A = "111-0000001-0000001";
    private static final String B = "111-0000001-0000002";

    @Test
    void aReportByLastUpdateHoldsEveryOrderOnlySinceItsFirstChange() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String day = "2026-11-" + (13 + i / 4) + "T12:00:00Z";
            lines.add(Line.of("111-0000000-00000" + (10 + i), day, day));
        }
        lines.add(Line.of(A, "2026-09-01T12:00:00Z", "2026-11-14T12:00:00Z"));

        assertThat(covered(List.of(orders("a", lines)), "2026-11-22")).contains(period("2026-11-13", "2026-11-22"));
    }

    @Test
    void anExportInTheFolderOfOneStoreDoesNotSpeakForAnother() {
        FileFacts folder = LedgerFiles.orders(
                "north/north-ca/orders.txt",
                "a",
                List.of(Line.of(A, "2026-09-01T12:00:00Z", ""), Line.of(B, "2026-11-21T12:00:00Z", "")));
        Store canada = LedgerFiles.store("north-ca", "CA");
        AccountLedger ledger = LedgerFiles.merge(List.of(folder), US, canada);

        assertThat(ledger.stores().get(US.id()).hasOrderExport()).isFalse();
        assertThat(ledger.stores().get(canada.id()).hasOrderExport()).isTrue();
    }

    @Test
    void coverageLeavesOutWhatLiesBeforeAGapThatNoFileReaches() {
        FileFacts september = span("a", "2026-09-01T12:00:00Z", "2026-09-30T12:00:00Z");
        FileFacts october = span("b", "2026-10-03T12:00:00Z", "2026-10-20T12:00:00Z");
        FileFacts november = span("c", "2026-11-10T12:00:00Z", "2026-11-20T12:00:00Z");

        assertThat(covered(List.of(september, october), "2026-11-22"))
                .as("three days apart is no gap")
                .contains(period("2026-09-01", "2026-10-20"));
        assertThat(covered(List.of(september, october, november), "2026-11-22"))
                .contains(period("2026-11-10", "2026-11-20"));
        assertThat(covered(List.of(september, october, november), "2026-11-15"))
                .contains(period("2026-11-10", "2026-11-15"));
        assertThat(covered(List.of(september, november), "2026-10-15"))
                .as("a file that begins after the day does not take the earlier one away")
                .contains(period("2026-09-01", "2026-09-30"));
        assertThat(covered(List.of(november), "2026-10-15")).isEmpty();
        assertThat(covered(List.of(orders("a", List.of())), "2026-10-15")).isEmpty();
    }

    @Test
    void plainDaysAndInstantsInOneFileDoNotCrossOver() {
        FileFacts mixed = orders("a", List.of(Line.of(A, "2026-11-02", "2026-11-02T03:00:00Z")));

        assertThat(covered(List.of(mixed), "2026-11-22")).contains(period("2026-11-02", "2026-11-02"));
    }

    @Test
    void aLateChangeOfAnOldOrderCarriesAnExportThreeDaysAndNoFurther() {
        FileFacts old = orders(
                "a",
                List.of(
                        Line.of(A, "2026-09-01T12:00:00Z", "2026-09-02T12:00:00Z"),
                        Line.of(B, "2026-10-31T12:00:00Z", "2026-11-22T12:00:00Z")));

        assertThat(covered(List.of(old), "2026-11-22"))
                .as("made on 22 November, but of orders up to October")
                .contains(period("2026-09-01", "2026-11-03"));
    }

    @Test
    void aBusyExportReachesToItsNewestPurchaseOnly() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lines.add(Line.of(
                    "111-0000000-00000" + (10 + i), "2026-11-" + (10 + i / 4) + "T12:00:00Z", "2026-11-22T12:00:00Z"));
        }

        assertThat(covered(List.of(orders("a", lines)), "2026-11-22")).contains(period("2026-11-10", "2026-11-19"));
    }

    private static FileFacts span(String hash, String first, String last) {
        return orders(hash, List.of(Line.of(A, first, first), Line.of(B, last, last)));
    }

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Optional<Period> covered(List<FileFacts> files, String asOf) {
        return AccountLedger.merge(LedgerFiles.ACCOUNT, files, List.of(US), Map.of(US.id(), LocalDate.parse(asOf)))
                .stores()
                .get(US.id())
                .ordersCover();
    }

    private static FileFacts orders(String hash, List<Line> lines) {
        return LedgerFiles.orders("north/" + hash + ".txt", hash, lines);
    }
}
