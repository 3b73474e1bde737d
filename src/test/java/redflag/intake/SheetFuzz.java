package redflag.intake;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Any bytes as a sheet in a package that is otherwise sound: the shared texts and the styles are there. */
class SheetFuzz {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final byte[] SOUND = sound();

    @FuzzTest(maxDuration = "1m")
    void anySheet(byte[] sheet) throws IOException {
        Anything.isReadOrUnreadable(packageWith(sheet));
    }

    private static byte[] sound() {
        try {
            return Workbook.of("Order ID", "Order Date", "Expected Ship Date", "Impacts Account Health")
                    .row("111-0000001-0000001", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 3), "Yes")
                    .row("_xD83D_", LocalDate.of(2026, 11, 1).atTime(10, 15), new Workbook.Percent(0.0148), "No")
                    .bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packageWith(byte[] sheet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(SOUND));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(part.getName()));
                out.write(part.getName().equals(SHEET) ? sheet : in.readAllBytes());
            }
        }
        return bytes.toByteArray();
    }
}
