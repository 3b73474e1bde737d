package redflag.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import redflag.basics.Store;
import redflag.ledger.LedgerFiles.Line;

/** How old an export is, is asked store by store and file by file. */
class ExportDaysTests {

    private static final Store US = LedgerFiles.store("north-us", "US");
    private static final Store DE = LedgerFiles.store("north-de", "DE");
    private static final String A = "111-0000001-0000001";
    private static final String B = "111-0000001-0000002";

    private static final FileFacts OLD_ORDERS = LedgerFiles.orders(
            "north/old.txt",
            "a",
            List.of(
                    Line.of(A, "2026-11-01T12:00:00Z", ""),
                    Line.of(B, "2026-11-02T12:00:00Z", "").on("Amazon.de")));

    private static FileFacts summary() {
        FactTable.Builder figures =
                new FactTable.Builder(EnumSet.of(Field.STORE, Field.METRIC, Field.SCORE, Field.STATED_ON));
        figures.text(Field.STORE, "north-us")
                .text(Field.METRIC, "accountHealthRating")
                .count(Field.SCORE, 300)
                .day(Field.STATED_ON, LocalDate.of(2026, 11, 22))
                .endRow(2);
        figures.text(Field.STORE, "north-de")
                .text(Field.METRIC, "accountHealthRating")
                .count(Field.SCORE, 300)
                .day(Field.STATED_ON, LocalDate.of(2026, 11, 1))
                .endRow(3);
        return LedgerFiles.facts("north/summary.csv", "s", Map.of(FactType.PRINTED_FIGURE, figures.build()), 2, 0);
    }

    private static Map<String, ExportDay> days(Store store, FileFacts... files) {
        return Objects.requireNonNull(AccountLedger.merge(
                                LedgerFiles.ACCOUNT,
                                List.of(files),
                                List.of(US, DE),
                                Map.of(),
                                Map.of("north/defects.csv", Instant.parse("2026-11-23T02:00:00Z")))
                        .stores()
                        .get(store.id()))
                .exportDays();
    }

    @Test
    void aFileWithARowForADayIsAsOldAsTheStoresOwnNewestRow() {
        assertThat(days(US, summary()))
                .containsExactly(Map.entry("north/summary.csv", new ExportDay(LocalDate.of(2026, 11, 22), false)));
        assertThat(days(DE, summary()))
                .containsExactly(Map.entry("north/summary.csv", new ExportDay(LocalDate.of(2026, 11, 1), false)));
    }

    @Test
    void anOldOrderReportBesideAFreshOneIsOldAllTheSame() {
        FileFacts fresh = LedgerFiles.orders(
                "north/fresh.json", "b", List.of(Line.of("111-0000001-0000009", "2026-11-22T12:00:00Z", "")));

        assertThat(days(US, OLD_ORDERS, fresh))
                .containsOnly(
                        Map.entry("north/old.txt", new ExportDay(LocalDate.of(2026, 11, 2), false)),
                        Map.entry("north/fresh.json", new ExportDay(LocalDate.of(2026, 11, 22), false)));
        assertThat(days(DE, OLD_ORDERS, fresh))
                .as("no order of Germany on the 22nd, and the report of the account knows it")
                .containsEntry("north/fresh.json", new ExportDay(LocalDate.of(2026, 11, 22), false));
    }

    @Test
    void aListThatNamesNoOrderOfAStoreTellsItNothing() {
        FileFacts list = LedgerFiles.defects("north/defects.csv", FactType.ORDER_DEFECT, List.of(A), Optional.empty());

        assertThat(days(US, OLD_ORDERS, list))
                .as("2 in the morning of the 23rd, which is still the 22nd there")
                .containsEntry("north/defects.csv", new ExportDay(LocalDate.of(2026, 11, 22), true));
        assertThat(days(DE, OLD_ORDERS, list)).doesNotContainKey("north/defects.csv");
    }
}
