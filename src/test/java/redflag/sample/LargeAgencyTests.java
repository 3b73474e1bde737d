package redflag.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeAgencyTests {

    @TempDir
    Path dir;

    @Test
    void everyAccountHasAsManyOrderRowsAsWanted() throws IOException {
        new LargeAgency(10, 500, 7).write(dir);

        for (String account : List.of("a0001", "a0009", "a0010")) {
            List<String> lines = lines("exports/" + account + "/all-orders.txt");
            assertThat(lines).as(account).hasSize(501);
            assertThat(lines.get(0).split("\t", -1)).hasSize(31).startsWith("amazon-order-id", "merchant-order-id");
            assertThat(lines)
                    .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(31));
        }
    }

    @Test
    void oneOrderInEightOrSoHasTwoRows() throws IOException {
        new LargeAgency(1, 2_000, 7).write(dir);

        long orders = lines("exports/a0001/all-orders.txt").stream()
                .skip(1)
                .map(line -> line.substring(0, 19))
                .distinct()
                .count();
        assertThat(2_000 - orders).isBetween(orders / 10, orders * 15 / 100);
    }

    @Test
    void everyTenthAccountHasFourEuropeanStores() throws IOException {
        new LargeAgency(10, 500, 7).write(dir);

        assertThat(lines("stores.csv"))
                .hasSize(1 + 9 + 4)
                .startsWith("account,store,marketplace,name,seller since,language,manager,cc")
                .contains("a0001,a0001-us,US,Store a0001 US,,en,manager02@example.com,")
                .contains("a0010,a0010-it,IT,Store a0010 IT,,en,manager11@example.com,");
        assertThat(lines("exports/a0010/all-orders.txt").stream()
                        .skip(1)
                        .map(line -> line.split("\t", -1)[6])
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("Amazon.co.uk", "Amazon.de", "Amazon.fr", "Amazon.it");
    }

    @Test
    void theSameSeedWritesTheSameBytesAndAnotherDoesNot() throws IOException {
        new LargeAgency(2, 500, 7).write(dir.resolve("one"));
        new LargeAgency(2, 500, 7).write(dir.resolve("two"));
        new LargeAgency(2, 500, 8).write(dir.resolve("other"));

        for (String file :
                List.of("all-orders.txt", "order-defects.csv", "late-shipments.csv", "seller-performance.json")) {
            Path path = Path.of("exports", "a0002", file);
            assertThat(dir.resolve("two").resolve(path))
                    .hasSameBinaryContentAs(dir.resolve("one").resolve(path));
        }
        assertThat(lines("other/exports/a0002/all-orders.txt")).isNotEqualTo(lines("one/exports/a0002/all-orders.txt"));
    }

    @Test
    void comesWithItsJob() throws IOException {
        new LargeAgency(1, 10, 7).write(dir);

        assertThat(dir.resolve("jobs/agency.yaml")).hasContent("""
                        name: agency
                        stores: ../stores.csv
                        exports: ../exports
                        reports: ../reports
                        database: ../data
                        as-of: 2026-11-22
                        """);
    }

    @Test
    void anAgencyWithoutAccountsIsRefused() {
        assertThatThrownBy(() -> new LargeAgency(0, 10, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "an agency has 1 to 9999 accounts with at least one order each, not 0 accounts with 10 orders");
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(dir.resolve(file));
    }
}
