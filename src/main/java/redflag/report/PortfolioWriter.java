package redflag.report;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import redflag.words.Messages;

/** Writes the portfolio of a night as an Excel workbook. The same portfolio gives the same bytes. */
public final class PortfolioWriter {

    private final ReportWords words;

    public PortfolioWriter(Messages messages) {
        this.words = new ReportWords(messages);
    }

    /** @return the names of the files that it opened */
    public List<String> write(Portfolio portfolio, Sink sink) throws IOException {
        String name = "portfolio-" + portfolio.asOf() + ".xlsx";
        String title = words.messages().text("sheet.portfolio.title", Map.of("job", portfolio.job()));
        Book book = new Book(words, title, portfolio.asOf());
        List<Alarm> alarms = Alarms.of(portfolio, words);
        StoresSheet.write(book, portfolio, alarms);
        AlarmsSheet.write(book, alarms);
        MatrixSheet.write(book, portfolio);
        ChecklistSheet.write(book, portfolio);
        AccountsSheet.write(book, portfolio);
        QuarantinedSheet.write(book, portfolio);
        AboutSheet.write(book, alarms);
        book.save(sink, name);
        return List.of(name);
    }
}
