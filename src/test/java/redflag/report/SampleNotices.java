package redflag.report;

import java.time.LocalDate;
import java.util.List;
import redflag.OneStore;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.notices.MadeNotice;
import redflag.notices.Notices;
import redflag.rules.TargetFile;

/** Notices of a store for reports that tests write. */
final class SampleNotices {

    private SampleNotices() {}

    static Notices of(Store store, LocalDate asOf, MadeNotice... notices) {
        return Notices.of(
                OneStore.ledger(store, asOf, List.of(OneStore.file(FactType.NOTICE, MadeNotice.table(notices)))),
                TargetFile.shipped().inForce(store.marketplace(), asOf));
    }

    /** Overdue, due, usually due, of an unknown reason, with Amazon and closed. */
    static Notices ofAllSorts(Store store, LocalDate asOf) {
        return of(store, asOf, rows());
    }

    static MadeNotice[] rows() {
        return new MadeNotice[] {
            MadeNotice.of("N-1", Code.INTELLECTUAL_PROPERTY)
                    .received("2026-11-18")
                    .code(Field.RIGHT, Code.TRADEMARK)
                    .text(Field.RIGHT_AS_WRITTEN, "trademark")
                    .code(Field.COMPLAINT, Code.RECEIVED)
                    .text(Field.COMPLAINT_AS_WRITTEN, "received")
                    .text(Field.RIGHTS_OWNER, "Tentmakers Ltd")
                    .text(Field.COMPLAINT_ID, "9001")
                    .text(Field.LISTINGS, "B0TENT0001; TENT-1")
                    .text(Field.AMAZON_WROTE, "=Provide a letter of authorisation.")
                    .deadline("2026-11-25")
                    .state(Code.OPEN)
                    .text(Field.TITLE, "Tents"),
            MadeNotice.of("N-2", Code.RESTRICTED_PRODUCTS)
                    .received("2026-11-21")
                    .state(Code.NEW),
            MadeNotice.of("N-3", Code.RESTRICTED_PRODUCTS)
                    .received("2026-11-02")
                    .deadline("2026-11-05")
                    .state(Code.IN_PROGRESS)
                    .text(Field.ORDER_LIST, "111-0000000-0000001, 111-0000000-0000002"),
            MadeNotice.ofUnknownReason("N-4", "section 3")
                    .received("2026-11-20")
                    .text(Field.DUE, "soon"),
            MadeNotice.of("N-5", Code.ORDER_DEFECT_RATE)
                    .received("2026-11-09")
                    .state(Code.SENT)
                    .text(Field.SUBMITTED, "2026-11-10: first plan\n2026-11-13: second plan")
                    .text(Field.AMAZON_ANSWERED, "2026-11-12: more detail")
                    .text(Field.NOTE, "ask by phone"),
            MadeNotice.of("N-6", Code.CONDITION).received("2026-04-01").state(Code.CLOSED)
        };
    }

    /** The same report with other notices. */
    static RiskReport in(RiskReport report, Notices notices) {
        return new RiskReport(
                report.asOf(),
                report.version(),
                report.rulesHash(),
                report.store(),
                report.verdict(),
                report.amazon(),
                report.findings(),
                report.causes(),
                report.plans(),
                report.readingCopies(),
                report.measures(),
                report.targets(),
                report.reconciliations(),
                report.previous(),
                report.dataQuality(),
                report.history(),
                report.gates(),
                report.stock(),
                notices,
                report.documents(),
                report.packs(),
                report.rules());
    }
}
