package redflag.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.OneStore;
import redflag.basics.Store;
import redflag.ledger.AccountLedger;
import redflag.ledger.Code;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.NoticeRow;

/** Which rows of notices files stand, and what is said of the others. */
class NoticeRowsTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Store STORE = OneStore.of("US");

    @Test
    void ofTwoFilesTheNewerOneCountsWhateverItsName() {
        FileFacts older = file("z.csv", title("N-1", "old"), title("N-2", "only here"));
        FileFacts newer = file("a.csv", title("N-1", "new"));
        AccountLedger ledger = merged(
                Map.of(
                        older.file(), Instant.parse("2026-11-20T12:00:00Z"),
                        newer.file(), Instant.parse("2026-11-21T12:00:00Z")),
                older,
                newer);

        assertThat(titles(ledger)).containsExactlyInAnyOrder("new", "only here");
        assertThat(ledger.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.key()).isEqualTo("warning.notices-twice");
            assertThat(warning.facts())
                    .isEqualTo(Map.of(
                            "file", "north/z.csv",
                            "other", "north/a.csv",
                            "same", "no",
                            "rows", 1L,
                            "id", "N-1",
                            "row", "2"));
        });
    }

    @Test
    void withinAFileTheLastRowCounts() {
        AccountLedger ledger = merged(Map.of(), file("a.csv", title("N-1", "old"), title("N-1", "new")));

        assertThat(titles(ledger)).containsExactly("new");
        assertThat(ledger.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.facts()).containsEntry("same", "yes"));
    }

    /** A night looks from the day before it, mostly: the day after may be that of whoever typed it in. */
    @ParameterizedTest(name = "received on {0}: counts is {1}")
    @CsvSource({"2026-11-22, true", "2026-11-23, true", "2026-11-24, false"})
    void whatComesLaterDoesNotCountYet(String received, boolean counts) {
        AccountLedger ledger =
                merged(Map.of(), file("a.csv", title("N-1", "of that day").received(received)));

        assertThat(titles(ledger)).hasSize(counts ? 1 : 0);
        assertThat(ledger.warnings())
                .extracting(warning -> warning.key())
                .isEqualTo(counts ? List.of() : List.of("warning.later-notice"));
    }

    @Test
    void aRowOfNoStoreIsWarnedOf() {
        AccountLedger ledger = merged(
                Map.of(),
                file(
                        "a.csv",
                        title("N-1", "ours").text(Field.STORE, "north"),
                        title("N-2", "?").text(Field.STORE, "south")));

        assertThat(titles(ledger)).containsExactly("ours");
        assertThat(ledger.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.key()).isEqualTo("warning.notices-of-no-store");
            assertThat(warning.facts()).isEqualTo(Map.of("file", "north/a.csv", "rows", 1L));
        });
    }

    @Test
    void idsAreToldApartHoweverTheyAreSeparated() {
        NoticeRow row = rows(merged(
                        Map.of(),
                        file(
                                "a.csv",
                                title("N-1", "t")
                                        .text(Field.LISTINGS, "B0MADEUP01; BELL-1,B0MADEUP01\n\u3001BELL-2")
                                        .text(Field.ASIN, "B0MADEUP02")
                                        .text(Field.ORDER_LIST, "111-0000000-0000001 111-0000000-0000002"))))
                .get(0);

        assertThat(row.listings()).containsExactly("B0MADEUP01", "BELL-1", "BELL-2", "B0MADEUP02");
        assertThat(row.orders()).containsExactly("111-0000000-0000001", "111-0000000-0000002");
    }

    private static MadeNotice title(String id, String title) {
        return MadeNotice.of(id, Code.CONDITION).text(Field.TITLE, title);
    }

    private static FileFacts file(String name, MadeNotice... notices) {
        return OneStore.file(name, FactType.NOTICE, MadeNotice.table(notices));
    }

    private static AccountLedger merged(Map<String, Instant> writtenAt, FileFacts... files) {
        return AccountLedger.merge(
                STORE.account(), List.of(files), List.of(STORE), Map.of(STORE.id(), AS_OF), writtenAt);
    }

    private static List<NoticeRow> rows(AccountLedger ledger) {
        return ledger.stores().values().iterator().next().notices();
    }

    private static List<String> titles(AccountLedger ledger) {
        return rows(ledger).stream().flatMap(row -> row.title().stream()).toList();
    }
}
