package redflag.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Figures as letters write them. */
final class LetterFigures {

    private LetterFigures() {}

    static void add(Set<String> figures, long number) {
        figures.add(String.format(Locale.ROOT, "%,d", number));
    }

    static List<String> percents(String number) {
        return number.contains(".") && number.startsWith("0")
                ? List.of(new BigDecimal(number)
                        .movePointRight(2)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString())
                : List.of();
    }

    static String percent(long part, long all, int places) {
        return all == 0
                ? ""
                : BigDecimal.valueOf(100 * part)
                        .divide(BigDecimal.valueOf(all), places, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    static long[] rate(String counted) {
        return Arrays.stream(counted.split("[:,]")[0].split(" of "))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The rows of a file as they stand in it, the header first; of a workbook those of its first sheet. */
    static List<String> lines(Path path) {
        try {
            if (!path.toString().endsWith(".xlsx")) {
                return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1)
                        .lines()
                        .toList();
            }
            List<String> lines = new ArrayList<>();
            DataFormatter formatter = new DataFormatter(Locale.ROOT);
            try (InputStream in = Files.newInputStream(path);
                    XSSFWorkbook workbook = new XSSFWorkbook(in)) {
                for (Row row : workbook.getSheetAt(0)) {
                    assertThat(row.getRowNum()).isEqualTo(lines.size());
                    StringBuilder cells = new StringBuilder();
                    row.forEach(cell ->
                            cells.append(formatter.formatCellValue(cell)).append(' '));
                    lines.add(cells.toString());
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
