package redflag.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Period;
import redflag.metrics.GateCheck;
import redflag.metrics.GateCheck.Answer;
import redflag.metrics.GateCheck.State;
import redflag.words.Percent;

/** What a holiday season asks of the store's own offers, as far as its rows answer it. */
final class GateSheet {

    static final String NAME = "sheet.gate";

    static final List<Column<Answer>> COLUMNS = List.of(
            new Column<>(
                    "gate.criterion",
                    34,
                    (row, words) -> Content.of(words.messages().text("gate." + row.criterion()))),
            new Column<>("gate.asked", 18, (row, words) -> Content.of(asked(row, words))),
            new Column<>("gate.found", 26, (row, words) -> Content.of(found(row, words))),
            new Column<>(
                    "gate.state",
                    16,
                    (row, words) ->
                            new Content.Marked(words.messages().text("gate.state." + row.state()), tone(row.state()))),
            new Column<>("gate.from", 13, (row, words) -> Content.day(row.days().map(Period::from))),
            new Column<>("gate.to", 13, (row, words) -> Content.day(row.days().map(Period::to))),
            new Column<>("gate.why", 50, (row, words) -> Content.text(row.why().map(words::remark))));

    private GateSheet() {}

    /** Left out where the job asks about no gate. */
    static void write(Book book, RiskReport report) {
        if (report.gates().isEmpty()) {
            return;
        }
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        page.line(page.text("sheet.gate.about"));
        int number = 0;
        for (GateCheck gate : report.gates()) {
            page.gap();
            page.section(page.words()
                    .messages()
                    .text("sheet.gate.section", Map.of("gate", gate.gate(), "on", gate.decidedOn())));
            page.table("Gate" + ++number, COLUMNS, gate.answers());
        }
    }

    private static String asked(Answer answer, ReportWords words) {
        return switch (answer.criterion()) {
            case FIRST_SALE -> words.messages().text("gate.asked.day", Map.of("day", LocalDate.parse(answer.asked())));
            case ORDERS -> words.messages().text("gate.asked.orders", Map.of("orders", Long.valueOf(answer.asked())));
            case CANCELLATION, LATE_SHIPMENT, ORDER_DEFECT ->
                words.messages().text("gate.asked.rate", Map.of("rate", Percent.of(new BigDecimal(answer.asked()), 0)));
        };
    }

    private static String found(Answer answer, ReportWords words) {
        Optional<String> rate = answer.rate()
                .map(found -> words.messages()
                        .text(
                                "value.rate",
                                Map.of(
                                        "percent", Percent.of(found, false),
                                        "affected", found.affected(),
                                        "total", found.total())));
        return rate.or(() ->
                        answer.orders().map(orders -> words.messages().text("gate.orders", Map.of("orders", orders))))
                .orElse("");
    }

    private static Tone tone(State state) {
        return switch (state) {
            case MET -> Tone.GOOD;
            case NOT_MET -> Tone.BAD;
            case OPEN -> Tone.WATCH;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }
}
