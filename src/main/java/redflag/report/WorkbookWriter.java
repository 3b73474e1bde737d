package redflag.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import redflag.words.Messages;

/**
 * Writes a store's risk report as an Excel workbook, in the store's report language. The same report gives the same
 * bytes.
 */
public final class WorkbookWriter implements ReportWriter {

    private static final int MOST_DEFECTS = 100_000;

    private final int mostDefects;

    public WorkbookWriter() {
        this(MOST_DEFECTS);
    }

    /** @param mostDefects that the sheet of orders lists */
    WorkbookWriter(int mostDefects) {
        this.mostDefects = mostDefects;
    }

    @Override
    public List<String> write(RiskReport report, Sink sink) throws IOException {
        ReportWords words = new ReportWords(Messages.forLanguage(report.store().language()));
        String name = report.store().id() + "-account-health-" + report.asOf() + ".xlsx";
        String evidence = report.store().id() + "-orders-" + report.asOf() + ".csv";
        String title = words.messages()
                .text("sheet.title", Map.of("store", report.store().name()));
        Book book = new Book(words, title, report.asOf());
        TrendFigures trend = TrendSheet.write(book, report);
        SummarySheet.write(book, report, trend);
        MetricsSheet.write(book, report);
        OutlookSheet.write(book, report);
        GateSheet.write(book, report);
        ReconciliationSheet.write(book, report);
        CausesSheet.write(book, report);
        OrdersSheet.write(book, report, mostDefects, evidence);
        StockSheet.write(book, report);
        NoticesSheet.write(book, report);
        DocumentsSheet.write(book, report);
        PlanSheet.write(book, report);
        ActionsSheet.write(book, report);
        DataQualitySheet.write(book, report);
        RejectedRowsSheet.write(book, report);
        ReadingsSheet.write(book, report);
        AboutSheet.write(book, report);
        book.save(sink, name);
        if (OrdersSheet.count(report) <= mostDefects) {
            return List.of(name);
        }
        EvidenceCsv.write(evidence, OrdersSheet.COLUMNS, OrdersSheet.rows(report)::iterator, words, sink);
        return List.of(name, evidence);
    }
}
