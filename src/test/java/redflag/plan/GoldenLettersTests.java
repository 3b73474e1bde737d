package redflag.plan;

import static redflag.plan.PlanFixture.causes;
import static redflag.plan.PlanFixture.draft;
import static redflag.plan.PlanFixture.group;
import static redflag.plan.PlanFixture.off;
import static redflag.plan.PlanFixture.shown;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.Golden;
import redflag.causes.Cause;
import redflag.causes.Causes;
import redflag.causes.Dimension;
import redflag.metrics.Finding;
import redflag.rules.Metric;

/** The whole plan for each reason, in both languages, to be read aloud whenever one changes. */
class GoldenLettersTests {

    static Stream<Arguments> letters() {
        return Stream.of(Reason.values())
                .filter(Reason::isOfARate)
                .flatMap(reason -> PlanLibrary.languages().stream().map(language -> Arguments.of(reason, language)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void aLetterReadsAsExpected(Reason reason, String language) {
        Finding finding = off(reason.metrics().get(reason.metrics().size() - 1), true);

        Plan plan = draft(language, finding, causes(finding, found(reason, finding)));

        Golden.assertMatches(getClass(), reason.word() + "." + language + ".txt", text(plan));
    }

    static Stream<Arguments> scenes() {
        return Stream.of(Scenes.values())
                .flatMap(scene -> PlanLibrary.languages().stream().map(language -> Arguments.of(scene, language)));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void aLetterOfAnotherStoreReadsAsExpected(Scenes scene, String language) {
        String name = scene.name().toLowerCase(Locale.ROOT).replace('_', '-');

        Golden.assertMatches(getClass(), name + "." + language + ".txt", text(scene.plan(language)));
    }

    /** Of a rate that no rows stand behind there is nothing to tell but the figure. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void aLetterWithoutRowsAsksForThem(String language) {
        Finding finding = off(Metric.INVOICE_DEFECT_RATE, false);

        Plan plan = draft(language, finding, Causes.none());

        Golden.assertMatches(getClass(), "invoice-defects-without-rows." + language + ".txt", text(plan));
    }

    /** Where not one order has an invoice, or those listed have none at all, that is the cause of all of them. */
    @ParameterizedTest
    @CsvSource({
        "en, marketplace-not-invoiced, Amazon.fr",
        "en, listed-invoices-all-missing, ''",
        "zh, marketplace-not-invoiced, Amazon.fr",
        "zh, listed-invoices-all-missing, ''"
    })
    void aLetterWithoutAnInvoice(String language, String cause, String value) {
        Finding finding = off(Metric.INVOICE_DEFECT_RATE, true);

        Plan plan = draft(language, finding, causes(finding, shown(finding, cause, value, i -> true)));

        Golden.assertMatches(getClass(), "invoice-defects-" + cause + "." + language + ".txt", text(plan));
    }

    private static Cause[] found(Reason reason, Finding finding) {
        List<Cause> causes = switch (reason) {
            case ORDER_DEFECT_RATE ->
                List.of(
                        shown(finding, "order-shipped-late", "", i -> i >= 8 && i < 11),
                        group(finding, Dimension.SKU, "ACM-7", i -> i < 5));
            case LATE_SHIPMENT ->
                List.of(
                        shown(finding, "confirmed-late-shipped-on-time", "", i -> i >= 5 && i < 8),
                        group(finding, Dimension.SKU, "ACM-7", i -> i < 5),
                        group(finding, Dimension.WEEKDAY, "FRIDAY", i -> i % 2 == 0 && i < 8),
                        group(finding, Dimension.DAYS, "2026-10-09/2026-10-11", i -> i >= 7 && i < 10));
            case CANCELLATION ->
                List.of(
                        shown(finding, "oversold", "", i -> i < 6),
                        shown(finding, "same-product-twice-in-a-row", "", i -> i == 1 || i == 2));
            case VALID_TRACKING -> List.of(group(finding, Dimension.CARRIER, "Other", i -> i < 7));
            case ON_TIME_DELIVERY -> List.of(group(finding, Dimension.SHIP_SERVICE, "Free Economy", i -> i < 6));
            case INVOICE_DEFECTS ->
                List.of(
                        shown(finding, "no-business-order-invoiced", "MFN", i -> i < 7),
                        shown(finding, "invoices-late-over-weekend", "", i -> i >= 7 && i < 11));
            default -> throw new IllegalArgumentException(reason + " is of no rate");
        };
        return causes.toArray(Cause[]::new);
    }

    static String text(Plan plan) {
        StringBuilder text = new StringBuilder(plan.title()).append('\n');
        append(text, "Issue", plan.issue());
        append(text, "Root causes", plan.rootCauses());
        append(text, "Actions taken", plan.actionsTaken());
        append(text, "Prevention", plan.prevention());
        append(text, "Other metrics", plan.otherMetrics());
        for (Plan.Question question : plan.questions()) {
            append(text, "Question", List.of(question.cause(), question.action(), question.prevention()));
        }
        text.append("\nDisputes\n");
        plan.disputes()
                .forEach(dispute -> text.append(dispute.request())
                        .append(dispute.orders().stream()
                                .map(order -> " " + order.orderId()
                                        + order.until().map(day -> " " + day).orElse(""))
                                .collect(Collectors.joining(",")))
                        .append('\n'));
        text.append("\nEvidence\n");
        plan.evidence()
                .forEach(e -> text.append('[')
                        .append(e.number())
                        .append("] ")
                        .append(e.text())
                        .append(' ')
                        .append(e.sources().size())
                        .append(" rows\n"));
        return text.toString();
    }

    private static void append(StringBuilder text, String heading, List<Plan.Paragraph> paragraphs) {
        text.append('\n').append(heading).append('\n');
        paragraphs.forEach(p -> text.append(p.number() == 0 ? "" : p.number() + ". ")
                .append(p.text())
                .append('\n'));
    }
}
