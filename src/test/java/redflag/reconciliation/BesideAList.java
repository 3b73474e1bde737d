package redflag.reconciliation;

import java.util.Optional;
import redflag.metrics.DefectSource;
import redflag.metrics.Finding;

/** Findings as they are where an estimate by orders stands beside packages that Amazon lists. */
final class BesideAList {

    private BesideAList() {}

    static Finding of(Finding finding) {
        return new Finding(
                finding.reading(),
                finding.defects(),
                finding.inPipe(),
                finding.gone(),
                finding.tally(),
                Optional.of(DefectSource.ORDERS_AND_LIST),
                finding.population(),
                finding.contributions(),
                finding.outlook());
    }
}
