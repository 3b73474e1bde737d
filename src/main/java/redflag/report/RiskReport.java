package redflag.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import redflag.basics.Store;
import redflag.causes.Causes;
import redflag.changes.History;
import redflag.documents.Documents;
import redflag.metrics.Finding;
import redflag.metrics.GateCheck;
import redflag.metrics.MeasuringRules;
import redflag.notices.Notices;
import redflag.packs.Pack;
import redflag.plan.Measure;
import redflag.plan.Plan;
import redflag.reconciliation.Reconciliation;
import redflag.risk.AmazonState;
import redflag.risk.Verdict;
import redflag.rules.Target;
import redflag.stock.Stock;

/**
 * All that a store's report says. Workbook, machine copy and whatever else renders it decide nothing.
 *
 * @param asOf the day it looks from
 * @param version of the program
 * @param rulesHash of the targets in force
 * @param findings in the order of the metrics
 * @param readingCopies the same plans in the store's language, where that is another one that plans are written in
 * @param measures what the plans ask people to confirm, and what they have filled in
 * @param targets in force in the store's marketplace on the day
 * @param causes what rows say about the causes of its defects
 * @param reconciliations of each metric that an export prints and rows give
 * @param gates holiday gates that the agency asked about
 * @param stock its products; none where no export tells of any
 * @param notices what Amazon has sent, as the agency keeps it
 * @param documents the papers of the seller, and what its notices ask for
 * @param packs for its notices, due soonest first; none where none is made
 * @param history the store's nights up to this one
 * @param previous the newest earlier night, where there is one
 * @param rules how the agency wants its stores measured: watch lines and seasons
 */
public record RiskReport(
        LocalDate asOf,
        String version,
        String rulesHash,
        Store store,
        Verdict verdict,
        Optional<AmazonState> amazon,
        List<Finding> findings,
        Causes causes,
        List<Plan> plans,
        List<Plan> readingCopies,
        List<Measure> measures,
        List<Target> targets,
        List<Reconciliation> reconciliations,
        Optional<Previous> previous,
        DataQuality dataQuality,
        History history,
        List<GateCheck> gates,
        Stock stock,
        Notices notices,
        Documents documents,
        List<Pack> packs,
        MeasuringRules rules) {

    public RiskReport {
        findings = List.copyOf(findings);
        gates = List.copyOf(gates);
        plans = List.copyOf(plans);
        readingCopies = List.copyOf(readingCopies);
        measures = List.copyOf(measures);
        targets = List.copyOf(targets);
        reconciliations = List.copyOf(reconciliations);
        packs = List.copyOf(packs);
    }

    /** Whether the store's own report is in this language. */
    boolean isReadIn(Locale language) {
        return store.language().equals(language.getLanguage());
    }

    /** The plans as the store's managers read them. */
    List<Plan> plansToRead() {
        return readingCopies.isEmpty() ? plans : readingCopies;
    }
}
