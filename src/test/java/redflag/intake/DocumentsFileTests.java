package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ledger.FileFacts;

/** The words of a documents file, and what is no word or no day. */
class DocumentsFileTests {

    @TempDir
    Path dir;

    @ParameterizedTest
    @CsvSource({
        "Business licence, business-licence",
        "business license (copy), business-licence",
        "营业执照, business-licence",
        "Passport, identity",
        "driver's license, identity",
        "身份证, identity",
        "bank statement October, bank-statement",
        "银行对账单, bank-statement",
        "Utility bill, proof-of-address",
        "other proof of address, proof-of-address",
        "水电费账单, proof-of-address",
        "Supplier invoice, supplier-invoice",
        "invoice, supplier-invoice",
        "发票, supplier-invoice",
        "LOA, letter-of-authorisation",
        "Letter of Authorization, letter-of-authorisation",
        "授权书, letter-of-authorisation",
        "licence, licence",
        "License agreement, licence",
        "许可, licence",
        "Test report, test-report",
        "检测报告, test-report",
        "packaging photo, packaging-photo",
        "包装照片, packaging-photo",
        "contract, contract",
        "合同, contract",
        "proof of delivery, proof-of-delivery",
        "签收证明, proof-of-delivery",
        "inspection record, inspection-record",
        "质检记录, inspection-record",
        "retraction, retraction",
        "撤诉函, retraction",
        "trademark registration, brand-registration",
        "商标注册证, brand-registration"
    })
    void kinds(String word, String kind) throws Exception {
        assertThat(FactText.of(Exports.read(dir, "documents.csv", "document,kind,date\nD-1," + word + ",2026-11-03\n")))
                .containsExactly(
                        "id D-1, document-kind " + kind + ", issued 2026-11-03, document-kind-as-written " + word);
    }

    /** What the row says besides is kept. */
    @Test
    void unknownWordsAndWhatIsNoDayAreSaidWithTheirRow() throws Exception {
        FileFacts facts = Exports.read(
                dir,
                "documents.csv",
                "document,kind,date,expires,name\nD-1,invoice,2026-11-03,,Ann\nD-2,sketch,autumn,never,Ben\n");

        assertThat(facts.rejections()).isEmpty();
        assertThat(FactText.of(facts))
                .containsExactly(
                        "id D-1, document-kind supplier-invoice, issued 2026-11-03, holder Ann,"
                                + " document-kind-as-written invoice",
                        "id D-2, holder Ben, not-a-day never, document-kind-as-written sketch");
        assertThat(facts.warnings())
                .extracting(warning -> warning.key() + " " + warning.facts().get("column") + " "
                        + warning.facts().getOrDefault("found", warning.facts().get("word")) + " "
                        + warning.facts().getOrDefault("row", ""))
                .containsExactlyInAnyOrder(
                        "warning.not-a-day date autumn 3",
                        "warning.not-a-day expires never 3",
                        "warning.unknown-word kind sketch ");
    }

    @Test
    void aRowWithoutAKindIsRejectedWithItsRow() throws Exception {
        FileFacts facts = Exports.read(dir, "documents.csv", "document,kind,date\nD-1,,2026-11-03\n");

        assertThat(facts.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.row()).isEqualTo(2);
            assertThat(rejection.column()).isEqualTo("kind");
        });
    }
}
