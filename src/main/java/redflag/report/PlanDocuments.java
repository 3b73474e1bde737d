package redflag.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import redflag.plan.Plan;
import redflag.plan.PlanLibrary;
import redflag.words.Messages;

/**
 * Writes each plan of action as a Word document: the working copy always; the submission copy once nothing is left to
 * confirm. Both are in English, for they go to Amazon; beside them lies a reading copy in the store's own language, where
 * plans are written in it.
 */
public final class PlanDocuments implements ReportWriter {

    @Override
    public List<String> write(RiskReport report, Sink sink) throws IOException {
        List<String> names = new ArrayList<>();
        for (Plan plan : report.plans()) {
            for (PlanDocument.Copy copy : copies(plan)) {
                String name = name(report, plan, copy);
                new PlanDocument(report, plan, copy, Messages.forLanguage(PlanLibrary.ENGLISH)).write(sink, name);
                names.add(name);
            }
        }
        for (Plan plan : report.readingCopies()) {
            String name = name(report, plan, PlanDocument.Copy.READING);
            Messages messages = Messages.forLanguage(report.store().language());
            new PlanDocument(report, plan, PlanDocument.Copy.READING, messages).write(sink, name);
            names.add(name);
        }
        return names;
    }

    /** The names of a plan's documents. */
    static List<String> names(RiskReport report, Plan plan) {
        Stream<String> reading = report.readingCopies().stream()
                .filter(copy -> copy.reason() == plan.reason())
                .map(copy -> name(report, copy, PlanDocument.Copy.READING));
        return Stream.concat(copies(plan).stream().map(copy -> name(report, plan, copy)), reading)
                .toList();
    }

    private static List<PlanDocument.Copy> copies(Plan plan) {
        return plan.toConfirm() == 0
                ? List.of(PlanDocument.Copy.WORKING, PlanDocument.Copy.SUBMISSION)
                : List.of(PlanDocument.Copy.WORKING);
    }

    private static String name(RiskReport report, Plan plan, PlanDocument.Copy copy) {
        String ending = switch (copy) {
            case WORKING -> "-internal.docx";
            case READING -> "-internal-" + report.store().language() + ".docx";
            case SUBMISSION -> ".docx";
        };
        return report.store().id() + "-" + plan.reason().word() + "-plan-" + report.asOf() + ending;
    }
}
