package redflag.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import redflag.OneStore;
import redflag.basics.Store;
import redflag.documents.DocumentFolder;
import redflag.documents.Documents;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.StoreLedger;
import redflag.notices.MadeNotice;
import redflag.notices.Notices;

/** Papers of a store for reports that tests write; their files lie beside the expected reports. */
final class SampleDocuments {

    private static final Path FOLDER = Path.of("src/test/resources/redflag/report/papers");
    private static final Set<Field> COLUMNS = EnumSet.of(
            Field.ID,
            Field.DOCUMENT_KIND,
            Field.DOCUMENT_KIND_AS_WRITTEN,
            Field.FILE,
            Field.ISSUED,
            Field.HOLDER,
            Field.SUPPLIER,
            Field.BUYER,
            Field.LISTINGS,
            Field.UNITS,
            Field.NOTICES,
            Field.NOTE);

    private SampleDocuments() {}

    /** One that is there, one whose file is not, and one of an unknown kind. */
    static Documents of(MadeNotice[] notices, Store store, LocalDate asOf) {
        FactTable.Builder papers = new FactTable.Builder(COLUMNS);
        papers.text(Field.ID, "D-1")
                .code(Field.DOCUMENT_KIND, Code.LETTER_OF_AUTHORISATION)
                .text(Field.DOCUMENT_KIND_AS_WRITTEN, "LOA")
                .text(Field.FILE, "loa.pdf")
                .day(Field.ISSUED, LocalDate.of(2026, 11, 20))
                .text(Field.LISTINGS, "B0TENT0001")
                .endRow(2);
        papers.text(Field.ID, "=D-2")
                .code(Field.DOCUMENT_KIND, Code.SUPPLIER_INVOICE)
                .text(Field.DOCUMENT_KIND_AS_WRITTEN, "invoice")
                .text(Field.FILE, "invoices/2026-03.pdf")
                .day(Field.ISSUED, LocalDate.of(2026, 3, 2))
                .text(Field.SUPPLIER, "Canvas Works")
                .text(Field.BUYER, "Acme & Sons")
                .text(Field.LISTINGS, "B0TENT0001; TENT-1")
                .text(Field.UNITS, "120; 40")
                .text(Field.NOTICES, "N-1")
                .text(Field.NOTE, "two pages")
                .endRow(3);
        papers.text(Field.ID, "D-3")
                .text(Field.DOCUMENT_KIND_AS_WRITTEN, "sketch")
                .text(Field.HOLDER, "Acme & Sons")
                .endRow(4);
        StoreLedger ledger = OneStore.ledger(
                store,
                asOf,
                List.of(
                        OneStore.file(FactType.DOCUMENT, papers.build()),
                        OneStore.file(FactType.NOTICE, MadeNotice.table(notices))));
        Documents all = Documents.of(ledger, Notices.of(ledger, List.of()), new DocumentFolder(FOLDER));
        // the report has orders, which this ledger has not: it is of no new account
        return new Documents(all.all(), all.checklists(), Optional.empty(), all.warnings());
    }

    /** The same report with other notices and their checklists. */
    static RiskReport in(RiskReport report, MadeNotice... notices) {
        RiskReport with = SampleNotices.in(report, SampleNotices.of(report.store(), report.asOf(), notices));
        return with(with, of(notices, report.store(), report.asOf()));
    }

    static RiskReport with(RiskReport report, Documents documents) {
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
                report.notices(),
                documents,
                report.packs(),
                report.rules());
    }
}
