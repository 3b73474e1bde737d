package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.ledger.FactType;
import redflag.ledger.FileFacts;

/** Feedback and returns: exports.md 3.5 to 3.7. */
class ReturnKindsTests {

    @TempDir
    Path dir;

    /** 3.5: the header follows the language of the account, the dates its country. */
    @ParameterizedTest
    @CsvSource({
        "en, US, Date, Rating, Order ID, 11/5/26",
        "en, GB, Date, Rating, Order ID, 5/11/26",
        "en, JP, Date, Rating, Order ID, 26/11/5",
        "en, SE, Date, Rating, Order ID, 2026-11-05",
        "de, DE, Datum, Bewertung, Transaktionsnummer, 5.11.26",
        "de, DE, Datum, Bewertung, Transaktionsnummer, 05.11.2026",
        "es, ES, Date, Rating, Número de pedido, 5/11/26",
        "es-MX, MX, Fecha, Rating, Número de pedido, 05/11/2026",
        "old MWS, US, Date, Rating, Order ID, 11/5/26"
    })
    void feedback(String form, String country, String date, String rating, String order, String day) throws Exception {
        MadeTable table =
                DocumentedHeaders.table("feedback", form).row(date, day, rating, "2", order, "123-1234567-0000001");

        FileFacts facts = readIn(country, table.tsv());

        assertThat(facts.kind()).isEqualTo("feedback");
        assertThat(FactText.of(facts)).containsExactly("order 123-1234567-0000001, rating 2, happened 2026-11-05");
    }

    /** 3.5: the file does not name its marketplace; without one a date that fits two readings is refused. */
    @Test
    void feedbackOfNobodyKnowsWhichCountryIsRefused() {
        MadeTable table = DocumentedHeaders.table("feedback", "en")
                .row("Date", "7/8/26", "Rating", "1", "Order ID", "123-1234567-0000001");

        assertThatThrownBy(() -> Exports.read(dir, "feedback.txt", table.tsv()))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why().key()).isEqualTo(TableReader.AMBIGUOUS_DATES));
    }

    /** 3.5 and 2.3: Shift_JIS for Japan, ISO-8859-1 elsewhere; comments with quotes and commas. */
    @ParameterizedTest
    @CsvSource({"JP, windows-31j, 26/11/5, 箱が凹んでいた", "DE, windows-1252, 5.11.26, „Päckchen war verbeult“"})
    void feedbackOfOldCharsets(String country, String charset, String day, String comment) throws Exception {
        String text = DocumentedHeaders.table("feedback", "en")
                .row("Date", day, "Rating", "1", "Order ID", "123-1234567-0000001", "Comments", comment + ", \"bad\"")
                .tsv();
        Files.write(dir.resolve("feedback.txt"), text.getBytes(Charset.forName(charset)));

        FileFacts facts = Exports.read(dir, "feedback.txt", Exports.of(Exports.store("acme", "acme-x", country)));

        assertThat(FactText.of(facts))
                .containsExactly("order 123-1234567-0000001, rating 1, happened 2026-11-05, complaints damaged");
    }

    /** 3.6: 10-Jul-2025, one blank for nothing, the flag of a claim; 32 columns and the newer ones behind them. */
    @ParameterizedTest
    @ValueSource(strings = {"32 columns", "33 columns, Order Item ID", "33 columns, Category"})
    void fbmReturns(String form) throws Exception {
        MadeTable table = DocumentedHeaders.table("fbmReturns", form)
                .row(
                        "Order ID", "123-1234567-0000001",
                        "Order date", "05-Nov-2026",
                        "Return request date", "09-Nov-2026",
                        "Return request status", "Approved",
                        "Merchant RMA ID", " ",
                        "A-to-Z Claim", "N",
                        "ASIN", "B0MADEUP01",
                        "Merchant SKU", "BELL-1",
                        "Return quantity", "2",
                        "Return Reason", "AMZ-PG-MADE-UP-TOO-SMALL",
                        "SafeT Action reason", " ",
                        "Order Amount", "21.38")
                .row(
                        "Order ID", "123-1234567-0000002",
                        "Order date", " ",
                        "Return request date", "10-Nov-2026",
                        "A-to-Z Claim", "Y",
                        "Return Reason", "Defective/Does not work properly");
        FileFacts facts = Exports.read(dir, "returns.txt", table.tsv());

        assertThat(facts.rejections()).isEmpty();
        assertThat(facts.tables()).containsOnlyKeys(FactType.RETURN, FactType.DEFECT_TRACE);
        assertThat(FactText.of(facts))
                .containsExactly(
                        "order 123-1234567-0000001, purchased 2026-11-05, fulfilment mfn, sku BELL-1, asin B0MADEUP01,"
                                + " quantity 2, a-to-z-claim no, happened 2026-11-09,"
                                + " reason AMZ-PG-MADE-UP-TOO-SMALL, status Approved",
                        "order 123-1234567-0000002, fulfilment mfn, a-to-z-claim yes, happened 2026-11-10,"
                                + " reason Defective/Does not work properly");
    }

    /** 3.6: the prime download has commas, and hyphens in its names. */
    @Test
    void fbmReturnsOfPrime() throws Exception {
        MadeTable table = DocumentedHeaders.table("fbmReturns", "prime, hyphens")
                .row(
                        "Order-ID", "123-1234567-0000001",
                        "Return-request-date", "09-Nov-2026",
                        "Merchant-SKU", "BELL, brass",
                        "A-to-Z-Claim", "Y",
                        "Return-Reason", "CR-DEFECTIVE");

        assertThat(FactText.of(Exports.read(dir, "prime.csv", table.csv())))
                .containsExactly("order 123-1234567-0000001, fulfilment mfn, sku BELL, brass, a-to-z-claim yes,"
                        + " happened 2026-11-09, reason CR-DEFECTIVE");
    }

    /** 2.5: blank cells at the end of a row may be dropped when it is pasted; what stands before them counts. */
    @Test
    void fbmReturnsWithoutTheBlankCellsAtTheEnd() throws Exception {
        MadeTable table = DocumentedHeaders.table("fbmReturns", "32 columns");
        String row =
                "123-1234567-0000001\t05-Nov-2026\t09-Nov-2026\tApproved\t\t\t\t\t\t\t\t\tN\tN\tB0MADEUP01\tBELL-1\tBell\t2"
                        + "\tCR-DEFECTIVE\tY";
        FileFacts facts = Exports.read(dir, "returns.txt", table.tsv() + row + "\n");

        assertThat(FactText.of(facts))
                .containsExactly("order 123-1234567-0000001, purchased 2026-11-05, fulfilment mfn, sku BELL-1,"
                        + " asin B0MADEUP01, quantity 2, a-to-z-claim no, happened 2026-11-09, reason CR-DEFECTIVE,"
                        + " status Approved");
    }

    /** 2.1: a row with a tab too many is Amazon's own mistake and rejected, not shifted. */
    @Test
    void fbmReturnsWithAStrayTabAreRejected() throws Exception {
        MadeTable table = DocumentedHeaders.table("fbmReturns", "32 columns")
                .row(
                        "Order ID", "123-1234567-0000001",
                        "Return request date", "09-Nov-2026",
                        "Item Name", "Bell",
                        "Return Reason", "CR-DEFECTIVE")
                .row(
                        "Order ID", "123-1234567-0000002",
                        "Return request date", "09-Nov-2026",
                        "Item Name", "Bell\tbrass",
                        "Return Reason", "CR-DEFECTIVE");
        FileFacts facts = Exports.read(dir, "returns.txt", table.tsv());

        assertThat(facts.rejections())
                .extracting(Exports::text)
                .containsExactly("row 3: found 33 cells, expected 32 cells");
        assertThat(facts.rowsAccepted()).isEqualTo(1);
    }

    /** 3.7: tab-separated of the interface, all quoted of Seller Central; without status in the Emirates. */
    @ParameterizedTest
    @CsvSource({
        "13 columns, order-id, false",
        "13 columns, order-id, true",
        "'Emirates, without status', order-id, false",
        "as the help page names it, amazon-order-id, true"
    })
    void fbaReturns(String form, String order, boolean quoted) throws Exception {
        MadeTable table = DocumentedHeaders.table("fbaReturns", form)
                .row(
                        "return-date",
                        "2026-11-09T15:31:40+00:00",
                        order,
                        "123-1234567-0000001",
                        "sku",
                        "BELL-1",
                        "asin",
                        "B0MADEUP01",
                        "fnsku",
                        "X00MADEUP1",
                        "product-name",
                        "Bell, \"loud\"",
                        "quantity",
                        "1",
                        "detailed-disposition",
                        "CUSTOMER_DAMAGED",
                        "reason",
                        "DEFECTIVE(存在瑕疵)",
                        "customer-comments",
                        "壊れていた, \"sorry\"");
        FileFacts facts = Exports.read(dir, "returns.csv", quoted ? table.quotedCsv() : table.tsv());

        assertThat(facts.rejections()).isEmpty();
        assertThat(facts.tables()).containsOnlyKeys(FactType.RETURN);
        assertThat(FactText.of(facts))
                .containsExactly("order 123-1234567-0000001, fulfilment afn, sku BELL-1, asin B0MADEUP01, quantity 1,"
                        + " happened 2026-11-09T15:31:40Z, reason DEFECTIVE, fnsku X00MADEUP1");
    }

    /** 3.7: only a code has a translation behind it; the words of people keep their brackets. */
    @ParameterizedTest
    @CsvSource({
        "DEFECTIVE(存在瑕疵), DEFECTIVE",
        "QUALITY_UNACCEPTABLE （质量）, QUALITY_UNACCEPTABLE",
        "CR-DEFECTIVE, CR-DEFECTIVE",
        "Too small (by half), Too small (by half)"
    })
    void aReasonIsCutAtItsTranslation(String written, String read) throws Exception {
        MadeTable table = DocumentedHeaders.table("fbaReturns", "13 columns")
                .row(
                        "return-date", "2026-11-09T15:31:40+00:00",
                        "order-id", "123-1234567-0000001",
                        "reason", written);

        assertThat(FactText.of(Exports.read(dir, "returns.txt", table.tsv())).get(0))
                .endsWith("reason " + read);
    }

    private FileFacts readIn(String country, String text) throws Exception {
        Files.writeString(dir.resolve("export.txt"), text);
        return Exports.read(dir, "export.txt", Exports.of(Exports.store("acme", "acme-x", country)));
    }
}
