package redflag.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import redflag.basics.Period;
import redflag.docx.TextDocument;
import redflag.ledger.Code;
import redflag.packs.Evidence;
import redflag.packs.Evidence.Line;
import redflag.packs.Evidence.ListingFigures;
import redflag.words.Messages;

/** What exports hold of the listings and orders of a notice, in words. */
final class PackEvidence {

    static final List<Column<Line>> COLUMNS = List.of(
            new Column<>("pack.listing", 14, (line, words) -> Content.of(line.listing())),
            new Column<>("pack.order", 22, (line, words) -> Content.of(line.orderId())),
            new Column<>("pack.placed", 11, (line, words) -> Content.of(line.placed())),
            new Column<>(
                    "pack.after-notice",
                    12,
                    (line, words) -> line.isAfterNotice() ? Content.yesOrNo(true, words) : Content.of("")),
            new Column<>("pack.asin", 12, (line, words) -> Content.text(line.asin())),
            new Column<>("pack.sku", 14, (line, words) -> Content.text(line.sku())),
            Column.number("pack.units", 6, (line, words) -> Content.count(line.units())),
            new Column<>("pack.cancelled", 10, (line, words) -> Content.yesOrNo(line.isCancelled(), words)),
            new Column<>(
                    "pack.fulfilment",
                    12,
                    (line, words) -> Content.text(
                            line.fulfilment().map(code -> words.messages().text("fulfilment." + code)))),
            new Column<>("pack.shipped", 11, (line, words) -> Content.day(line.shipped())),
            new Column<>("pack.delivered", 11, (line, words) -> Content.day(line.delivered())),
            new Column<>("pack.carrier", 12, (line, words) -> Content.text(line.carrier())),
            new Column<>("pack.returns", 24, (line, words) -> Content.of(String.join("; ", line.returns()))),
            new Column<>(
                    "pack.defects",
                    20,
                    (line, words) -> Content.of(codes(line.defects(), "defect.", words.messages()))),
            new Column<>("pack.signs", 20, (line, words) -> Content.of(codes(line.signs(), "sign.", words.messages()))),
            new Column<>(
                    "pack.file", 20, (line, words) -> Content.of(line.source().file())),
            Column.number(
                    "pack.row",
                    6,
                    (line, words) -> new Content.Ordinal(line.source().row())));

    private static final int MOST_LINES = 40;
    private static final List<Integer> LISTING_WIDTHS = List.of(24, 12, 12, 28, 12, 12);
    private static final List<Integer> LINE_WIDTHS = List.of(26, 14, 20, 20, 20);

    private PackEvidence() {}

    static String codes(Set<Code> codes, String prefix, Messages messages) {
        return String.join(
                messages.text("sheet.list-separator"),
                codes.stream().map(code -> messages.text(prefix + code)).toList());
    }

    /** The part of the overview: figures of each listing, the first rows, and where the rest is. */
    static void write(TextDocument document, Evidence evidence, Messages messages) {
        document.paragraph("Heading1", messages.text("pack.evidence"));
        if (evidence.isEmpty()) {
            document.paragraph("Normal", messages.text("pack.evidence.none"));
            return;
        }
        evidence.cover().ifPresent(cover -> document.paragraph("Normal", about(cover, messages)));
        boolean isOfListings =
                evidence.cover().isPresent() && !evidence.listings().isEmpty();
        if (isOfListings && !evidence.counted().equals(evidence.cover())) {
            document.paragraph("Normal", counted(evidence.counted(), messages));
        }
        if (isOfListings && evidence.counted().isPresent()) {
            document.table(
                    LISTING_WIDTHS,
                    headings(
                            messages,
                            "pack.of-listing.listing",
                            "pack.of-listing.orders",
                            "pack.of-listing.units",
                            "pack.of-listing.days",
                            "pack.of-listing.returned",
                            "pack.of-listing.defects"),
                    evidence.listings().stream().map(of -> row(of, messages)).toList());
        }
        if (!evidence.lines().isEmpty()) {
            document.paragraph(
                    "TableLead",
                    messages.text(
                            "pack.evidence.lines",
                            Map.of(
                                    "count",
                                    (long) evidence.lines().size(),
                                    "shown",
                                    (long) MOST_LINES,
                                    "all",
                                    evidence.lines().size() <= MOST_LINES ? "yes" : "no")));
            document.table(
                    LINE_WIDTHS,
                    headings(
                            messages,
                            "column.pack.order",
                            "column.pack.placed",
                            "column.pack.listing",
                            "column.pack.delivered",
                            "pack.said"),
                    evidence.lines().stream()
                            .limit(MOST_LINES)
                            .map(line -> row(line, messages))
                            .toList());
        }
    }

    private static String about(Period cover, Messages messages) {
        return messages.text("pack.evidence.about", Map.of("from", cover.from(), "to", cover.to()));
    }

    private static String counted(Optional<Period> counted, Messages messages) {
        return counted.map(days -> messages.text("pack.evidence.counted", Map.of("from", days.from(), "to", days.to())))
                .orElseGet(() -> messages.text("pack.evidence.none-counted"));
    }

    private static List<String> headings(Messages messages, String... keys) {
        return Stream.of(keys).map(messages::text).toList();
    }

    private static List<String> row(ListingFigures of, Messages messages) {
        String least = of.isAtLeast() ? messages.text("pack.at-least") + " " : "";
        List<String> row = new ArrayList<>();
        row.add(of.listing());
        row.add(least + of.orders());
        row.add(of.units().map(units -> least + units).orElse(messages.text("pack.not-said")));
        row.add(
                of.first().isPresent() && of.last().isPresent()
                        ? messages.text(
                                "pack.days",
                                Map.of("from", of.first().get(), "to", of.last().get()))
                        : "");
        row.add(Long.toString(of.returned()));
        row.add(Long.toString(of.withDefects()));
        return row;
    }

    private static List<String> row(Line line, Messages messages) {
        List<String> said = new ArrayList<>();
        if (line.isAfterNotice()) {
            said.add(messages.text("pack.after-notice"));
        }
        said.addAll(line.returns());
        if (!line.defects().isEmpty()) {
            said.add(codes(line.defects(), "defect.", messages));
        }
        if (!line.signs().isEmpty()) {
            said.add(codes(line.signs(), "sign.", messages));
        }
        return List.of(
                line.orderId(),
                line.placed().toString(),
                line.listing().isEmpty() ? messages.text("pack.named") : line.listing(),
                line.delivered().map(day -> day.toString()).orElse(""),
                String.join("\n", said));
    }
}
