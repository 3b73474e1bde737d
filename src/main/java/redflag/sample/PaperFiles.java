package redflag.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The papers of made-up sellers: PDF files of one line, which says that they are made up. */
record PaperFiles(Path folder) {

    private static final String LINE = "BT /F1 14 Tf 72 720 Td (A made-up paper of a made-up seller.) Tj ET";
    private static final List<String> PARTS = List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            "<< /Length " + LINE.length() + " >>\nstream\n" + LINE + "\nendstream");

    void put(String account, String name) throws IOException {
        Path file = folder.resolve(account).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, pdf().getBytes(US_ASCII));
    }

    private static String pdf() {
        StringBuilder text = new StringBuilder("%PDF-1.4\n");
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < PARTS.size(); i++) {
            places.add(text.length());
            text.append(i + 1).append(" 0 obj\n").append(PARTS.get(i)).append("\nendobj\n");
        }
        int table = text.length();
        text.append("xref\n0 ").append(places.size() + 1).append("\n0000000000 65535 f \n");
        places.forEach(place -> text.append("0".repeat(10 - place.toString().length()))
                .append(place)
                .append(" 00000 n \n"));
        text.append("trailer\n<< /Size ").append(places.size() + 1).append(" /Root 1 0 R >>\nstartxref\n");
        return text.append(table).append("\n%%EOF\n").toString();
    }

    static Table register() {
        return new Table(
                "document",
                "store",
                "kind",
                "file",
                "date",
                "expires",
                "name",
                "address",
                "supplier",
                "buyer",
                "listings",
                "units",
                "notice",
                "note");
    }
}
