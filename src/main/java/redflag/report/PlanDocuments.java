package redflag.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import redflag.plan.Plan;

/**
 * Writes each plan of action as a Word document: the working copy always; the submission copy once nothing is left to
 * confirm. Like the plans themselves they are in English, for they go to Amazon.
 */
public final class PlanDocuments implements ReportWriter {

    @Override
    public List<String> write(RiskReport report, Sink sink) throws IOException {
        List<String> names = new ArrayList<>();
        for (Plan plan : report.plans()) {
            for (PlanDocument.Copy copy : copies(plan)) {
                String name = name(report, plan, copy);
                new PlanDocument(report, plan, copy).write(sink, name);
                names.add(name);
            }
        }
        return names;
    }

    /** The names of a plan's documents. */
    static List<String> names(RiskReport report, Plan plan) {
        return copies(plan).stream().map(copy -> name(report, plan, copy)).toList();
    }

    private static List<PlanDocument.Copy> copies(Plan plan) {
        return plan.toConfirm() == 0
                ? List.of(PlanDocument.Copy.WORKING, PlanDocument.Copy.SUBMISSION)
                : List.of(PlanDocument.Copy.WORKING);
    }

    private static String name(RiskReport report, Plan plan, PlanDocument.Copy copy) {
        String ending = switch (copy) {
            case WORKING -> "-internal.docx";
            case SUBMISSION -> ".docx";
        };
        return report.store().id() + "-" + plan.reason().word() + "-plan-" + report.asOf() + ending;
    }
}
