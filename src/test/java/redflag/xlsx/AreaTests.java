package redflag.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redflag.ooxml.Xml;

class AreaTests {

    @ParameterizedTest
    @CsvSource({"0, A", "25, Z", "26, AA", "51, AZ", "52, BA", "701, ZZ", "702, AAA", "16383, XFD"})
    void columnsHaveLettersBeyondZ(int column, String letters) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Area.cell(new Xml(), column, 8).moveTo(out);
        assertThat(Area.letters(column)).isEqualTo(letters);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(letters + "9");
    }
}
