package redflag.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import redflag.check.Letter.Item;
import redflag.check.Letter.Part;

/** Drafts as people keep them: Word documents, Markdown, plain text. */
class LetterFileTests {

    @TempDir
    private Path dir;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What was the root cause?|CAUSES",
                "What actions will you take to resolve it?|ACTIONS",
                "What steps will you take to prevent future issues?|PREVENTION",
                "The root cause(s) of the A-to-z claims, negative feedback and service chargebacks|CAUSES",
                "The actions you have taken to resolve the A-to-z claims|ACTIONS",
                "The steps you have taken to prevent A-to-z claims going forward|PREVENTION",
                "Greater detail on the root cause(s) of not providing valid tracking numbers|CAUSES",
                "1. Root Causes:|CAUSES",
                "**Corrective Actions**|ACTIONS",
                "## Preventive measures|PREVENTION",
                "Issue|ISSUE",
                "Attachments|OTHER"
            })
    void aPartIsKnownByItsHeading(String heading, Part part) {
        Letter letter = LetterParser.parse("x.md", LetterFile.ofText(heading + "\n\nSome words stand here.\n"));

        assertThat(letter.sections()).hasSize(1);
        assertThat(letter.sections().get(0).part()).isEqualTo(part);
        assertThat(letter.items(part).map(Item::text)).containsExactly("Some words stand here.");
    }

    @Test
    void aLineThatGoesOnIsNoHeadingThoughItSpeaksOfACause() {
        Letter letter = LetterParser.parse(
                "x.txt",
                LetterFile.ofText(
                        "Issue\nWe looked for the root cause of the late orders and\nfound none. It\nprevents.\n"));

        assertThat(letter.sections()).hasSize(1);
        assertThat(letter.sentences(Part.ISSUE).map(Letter.Sentence::text))
                .containsExactly("We looked for the root cause of the late orders and found none.", "It prevents.");
    }

    @Test
    void pointsKeepTheirNumbersAndTheParagraphsBelowThem() {
        Letter letter = LetterParser.parse(
                "x.txt",
                LetterFile.ofText(
                        "Root causes\n1. One.\n\n   More of one.\n3) Three.\nAction 1: Done.\nAction 2 - Done too.\n"));

        assertThat(letter.items(Part.CAUSES).map(Item::number)).containsExactly(1, 3);
        assertThat(letter.items(Part.CAUSES).map(Item::text)).containsExactly("One. More of one.", "Three.");
        assertThat(letter.items(Part.ACTIONS).map(Item::number)).containsExactly(1, 2);
    }

    @Test
    void whatIsToBeConfirmedIsASentenceOfItsOwn() {
        Letter letter = LetterParser.parse(
                "x.txt",
                LetterFile.ofText(
                        "Actions\n1. On e.g. 3 May it was done. [confirm: by whom? And when?] The measure: 2 %.\n"));

        assertThat(letter.items(Part.ACTIONS)
                        .flatMap(i -> i.sentences().stream())
                        .map(Letter.Sentence::text))
                .containsExactly("On e.g. 3 May it was done.", "[confirm: by whom? And when?]", "The measure: 2 %.");
    }

    @Test
    void aWordDocumentIsReadByItsStylesAndLists() throws IOException, UnreadableLetter {
        Path file = dir.resolve("draft.docx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            BigInteger decimal = list(document, STNumberFormat.DECIMAL);
            BigInteger other = list(document, STNumberFormat.DECIMAL);
            BigInteger bullets = list(document, STNumberFormat.BULLET);
            paragraph(document, "Plan of action: late shipment rate").setStyle("Title");
            paragraph(document, "Root causes").setStyle("Heading1");
            paragraph(document, "31 of the 42 orders are from Fridays.").setNumID(decimal);
            paragraph(document, "11 of the 42 orders are for one shelf.").setNumID(decimal);
            XWPFParagraph bold = document.createParagraph();
            bold.createRun().setText("Actions taken");
            bold.getRuns().get(0).setBold(true);
            paragraph(document, "Since 14 November 2026 it is done.").setNumID(other);
            paragraph(document, "Prevention").setStyle("Heading1");
            XWPFParagraph bullet = paragraph(document, "The list is at zero.");
            bullet.setNumID(bullets);
            bullet.setNumILvl(BigInteger.ZERO);
            document.createTable(1, 1).getRow(0).getCell(0).setText("In a table.");
            document.write(out);
        }

        Letter letter = LetterFile.read(file);

        assertThat(letter.sections().stream().map(Letter.Section::part))
                .containsExactly(Part.OPENING, Part.CAUSES, Part.ACTIONS, Part.PREVENTION);
        assertThat(letter.items(Part.CAUSES).map(Item::number)).containsExactly(1, 2);
        assertThat(letter.items(Part.ACTIONS).map(Item::number)).containsExactly(1);
        assertThat(letter.items(Part.PREVENTION).map(Item::bullet)).contains(true);
        assertThat(letter.sentences(Part.PREVENTION).map(Letter.Sentence::text)).contains("In a table.");
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private static BigInteger list(XWPFDocument document, STNumberFormat.Enum format) {
        if (document.getNumbering() == null) {
            document.createNumbering();
        }
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(
                BigInteger.valueOf(document.getNumbering().getNums().size()));
        list.addNewLvl().addNewNumFmt().setVal(format);
        list.getLvlArray(0).setIlvl(BigInteger.ZERO);
        return document.getNumbering()
                .addNum(document.getNumbering()
                        .addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(list)));
    }

    @Test
    void whatIsNoDraftIsSaid() throws IOException {
        Path damaged = Files.writeString(dir.resolve("a.docx"), "no zip");
        Path other = Files.writeString(dir.resolve("a.pdf"), "x");
        Path blank = Files.writeString(dir.resolve("a.txt"), " \n\n");
        Path wide = Files.write(dir.resolve("b.txt"), "Prävention".getBytes(StandardCharsets.ISO_8859_1));
        List<Path> files = List.of(damaged, other, blank, wide, dir.resolve("none.md"));
        List<String> messages = List.of(
                "a.docx is no Word document that can be read",
                "a.pdf is no .docx, .txt or .md",
                "a.txt has no text",
                "b.txt is no UTF-8 text",
                "there is no file");
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            assertThatThrownBy(() -> LetterFile.read(file))
                    .isInstanceOf(UnreadableLetter.class)
                    .hasMessageContaining(messages.get(i));
        }
    }

    /** Five findings about parts that are there would be no answer. */
    @Test
    void aLetterInAnotherScriptIsNotChecked() throws IOException {
        Path copy = Files.writeString(dir.resolve("copy.txt"), "行动计划：迟发率\n\n根本原因\n1. 24 个迟发订单属于 SKU ACM-7。\n");

        assertThatThrownBy(() -> LetterFile.read(copy))
                .isInstanceOf(UnreadableLetter.class)
                .hasMessageContaining("is not in English");
    }
}
