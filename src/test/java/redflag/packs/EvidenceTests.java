package redflag.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.OneStore;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.documents.Checklist;
import redflag.documents.Checklists;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.notices.MadeNotice;
import redflag.notices.Notice;
import redflag.notices.Notices;

/** Which orders the figures of a letter count, which are told apart as later, and what is said of returns. */
class EvidenceTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final String ASIN = "B0BELL0001";

    private final List<String> orders = new ArrayList<>();
    private StoreLedger ledger = OneStore.ledger(OneStore.of("US"), AS_OF, List.of());
    private Optional<Notice> notice = Optional.empty();
    private Optional<Checklist> checklist = Optional.empty();

    private void sold(String... days) {
        orders.addAll(List.of(days));
    }

    /** Each order is of as many units as orders went before it, and one. */
    private FileFacts orders() {
        FactTable.Builder table = new FactTable.Builder(EnumSet.of(
                Field.ORDER,
                Field.PURCHASED,
                Field.ORDER_STATUS,
                Field.FULFILMENT,
                Field.SALES_CHANNEL,
                Field.ASIN,
                Field.SKU,
                Field.QUANTITY));
        for (int i = 0; i < orders.size(); i++) {
            table.order("111-0000000-%07d".formatted(i + 1))
                    .moment(Field.PURCHASED, Moments.ofDay(LocalDate.parse(orders.get(i))))
                    .code(Field.ORDER_STATUS, Code.SHIPPED)
                    .code(Field.FULFILMENT, Code.AFN)
                    .text(Field.SALES_CHANNEL, "Amazon.com")
                    .text(Field.ASIN, ASIN)
                    .text(Field.SKU, "BELL-1")
                    .count(Field.QUANTITY, i + 1)
                    .endRow(i + 2);
        }
        return OneStore.file(FactType.ORDER_LINE, table.build());
    }

    private Evidence evidence(MadeNotice made, FileFacts... more) {
        List<FileFacts> files = new ArrayList<>(List.of(more));
        files.add(orders());
        files.add(OneStore.file(FactType.NOTICE, MadeNotice.table(made.text(Field.LISTINGS, ASIN))));
        ledger = OneStore.ledger(OneStore.of("US"), AS_OF, files);
        notice = Optional.of(Notices.of(ledger, List.of()).all().get(0));
        checklist = notice.flatMap(Notice::kind)
                .map(kind -> Checklists.of(ledger, List.of()).of(kind, notice));
        return new EvidenceReader(ledger).of(notice.map(Notice::row), checklist.flatMap(Checklist::unitsWithin));
    }

    private List<Remark> remarks(Evidence evidence) {
        return PackRemarks.of(notice, notice.flatMap(Notice::kind), List.of(), evidence, AS_OF);
    }

    /** The first of the 365 days that end with the 20th is 2025-11-21. */
    @Test
    void whereInvoicesAreHeldAgainstUnitsTheLetterHasThoseOfTheChecklist() {
        sold("2025-11-20", "2025-11-21", "2026-11-20", "2026-11-21");

        Evidence evidence = evidence(MadeNotice.of("N", Code.AUTHENTICITY).received("2026-11-20"));

        Evidence.ListingFigures figures = evidence.listings().get(0);
        assertThat(evidence.counted()).contains(new Period(LocalDate.of(2025, 11, 21), LocalDate.of(2026, 11, 20)));
        assertThat(figures.orders()).isEqualTo(2);
        assertThat(figures.units()).contains(2L + 3L);
        assertThat(checklist.orElseThrow().items())
                .filteredOn(item -> item.sold().isPresent())
                .extracting(item -> item.sold().orElseThrow().units())
                .containsExactly(2L + 3L);
    }

    @ParameterizedTest(name = "received {0}: {1} orders, the last on {2}")
    @CsvSource({"2026-11-20, 3, 2026-11-20", "2026-11-19, 2, 2025-11-21", "2025-11-20, 1, 2025-11-20"})
    void elseAllOrdersUpToTheDayTheNoticeCameCount(String received, long count, LocalDate last) {
        sold("2025-11-20", "2025-11-21", "2026-11-20", "2026-11-21");

        Evidence evidence = evidence(MadeNotice.of("N", Code.LISTING_POLICY).received(received));

        assertThat(evidence.listings().get(0).orders()).isEqualTo(count);
        assertThat(evidence.listings().get(0).last()).contains(last);
        assertThat(evidence.lines()).hasSize(4);
        assertThat(evidence.lines()).filteredOn(Evidence.Line::isAfterNotice).hasSize(4 - (int) count);
    }

    @Test
    void withoutADayAllThatIsCoveredCounts() {
        sold("2026-11-20", "2026-11-21");

        Evidence evidence = evidence(MadeNotice.of("N", Code.AUTHENTICITY).deadline("2026-11-25"));

        assertThat(evidence.counted()).isEqualTo(evidence.cover()).isPresent();
        assertThat(evidence.listings().get(0).orders()).isEqualTo(2);
        assertThat(evidence.lines()).noneMatch(Evidence.Line::isAfterNotice);
    }

    /** No order report tells of the days before the notice: nothing is said of them. */
    @Test
    void aNoticeOlderThanTheReportsHasNoFigures() {
        sold("2026-11-20", "2026-11-21");

        Evidence evidence = evidence(MadeNotice.of("N", Code.AUTHENTICITY).received("2026-11-19"));

        assertThat(evidence.counted()).isEmpty();
        assertThat(evidence.listings().get(0).orders()).isZero();
        assertThat(remarks(evidence)).extracting(Remark::key).doesNotContain("pack.never-sold");
    }

    @Test
    void ordersPlacedSinceTheNoticeAreSaidBeforeAnythingElse() {
        sold("2026-11-10", "2026-11-18", "2026-11-19", "2026-11-21");

        Evidence evidence = evidence(MadeNotice.of("N", Code.CONDITION).received("2026-11-18"));

        assertThat(remarks(evidence))
                .filteredOn(remark -> remark.key().equals("pack.sold-since"))
                .singleElement()
                .satisfies(remark -> assertThat(remark.facts())
                        .containsEntry("listing", ASIN)
                        .containsEntry("count", 2L)
                        .containsEntry("day", LocalDate.of(2026, 11, 21)));

        assertThat(remarks(evidence(MadeNotice.of("N", Code.CONDITION).received("2026-11-21"))))
                .extracting(Remark::key)
                .doesNotContain("pack.sold-since");
    }

    /** That a unit went back into stock is a known cause of complaints about its condition. */
    @ParameterizedTest
    @CsvSource({
        "Unit returned to inventory, DEFECTIVE 2026-11-12 (Unit returned to inventory)",
        ", DEFECTIVE 2026-11-12"
    })
    void whatBecameOfAReturnIsSaidAsTheExportHasIt(@Nullable String status, String said) {
        sold("2026-11-10", "2026-11-18");
        FactTable.Builder returns =
                new FactTable.Builder(Set.of(Field.ORDER, Field.ASIN, Field.HAPPENED, Field.REASON, Field.STATUS));
        returns.order("111-0000000-0000001")
                .text(Field.ASIN, ASIN)
                .moment(Field.HAPPENED, Moments.ofDay(LocalDate.of(2026, 11, 12)))
                .text(Field.REASON, "DEFECTIVE");
        if (status != null) {
            returns.text(Field.STATUS, status);
        }
        returns.endRow(2);

        Evidence evidence = evidence(
                MadeNotice.of("N", Code.CONDITION).received("2026-11-18"),
                OneStore.file(FactType.RETURN, returns.build()));

        assertThat(evidence.lines()).extracting(Evidence.Line::returns).containsExactly(List.of(said), List.of());
    }
}
