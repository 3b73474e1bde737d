package redflag.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.FileTimes;
import redflag.cli.RedflagCommand;
import redflag.oracle.RandomAgency.Shop;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Of two downloads of a list the one that was written last decides, as {@link AgencyCounts} has it. */
class ListDownloadsTests {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 4, 5, 8})
    void theDownloadThatWasWrittenLastDecides(long seed) throws Exception {
        RandomAgency agency = RandomAgency.write(seed, folder);
        FileTimes.set(
                folder.resolve("exports"),
                agency.asOf.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC));
        Random random = new Random(seed);
        for (Shop shop : agency.shops) {
            older(agency.asOf, shop, random);
        }
        run(agency.asOf);
        Map<String, String> computed = new TreeMap<>();
        for (Shop shop : agency.shops) {
            Path copy = folder.resolve("reports/" + agency.asOf + "/" + shop.store())
                    .resolve(shop.store() + "-account-health-" + agency.asOf + ".json");
            JsonNode report = JsonMapper.shared().readTree(copy.toFile());
            assertThat(report.path("dataQuality").path("rejections")).isEmpty();
            for (JsonNode reading : report.path("readings")) {
                String metric = reading.get("metric").asString();
                if (reading.has("computed") && AgencyCounts.COUNTED.contains(metric)) {
                    computed.put(RandomAgenciesTests.name(shop.store(), reading), RandomAgenciesTests.text(reading));
                }
            }
        }

        try (AgencyCounts counts = new AgencyCounts(agency, folder)) {
            assertThat(RandomAgenciesTests.differences(computed, counts.rates()))
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    /** As from the command line, for here the files' own times matter. */
    private void run(LocalDate asOf) {
        StringWriter said = new StringWriter();
        int exit = RedflagCommand.commandLine(
                        Clock.fixed(asOf.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute("run", folder.resolve("job.yaml").toString());
        assertThat(exit).as(said.toString()).isZero();
    }

    /** To each list of late shipments, and to each of order defects that speaks for the seller's own orders. */
    private void older(LocalDate asOf, Shop shop, Random random) throws IOException {
        List<String> late = new ArrayList<>();
        List<String> defects = new ArrayList<>();
        for (MadeUpOrder order : shop.orders()) {
            boolean isNear = Math.abs(order.day().until(asOf.minusDays(9)).getDays()) < 2;
            if (order.merchant() && random.nextInt(isNear ? 3 : 15) == 0) {
                late.add(order.day() + "," + order.id() + "," + order.shipBy() + ",,,Yes");
                defects.add(order.id() + "," + order.day() + ",Seller,,,,X,");
            }
        }
        boolean onlySeller = shop.orders().stream().allMatch(MadeUpOrder::merchant);
        for (Path file : files()) {
            String name = file.getFileName().toString();
            String text = Files.readString(file);
            boolean isTheirs = file.getParent().endsWith(shop.store()) || name.contains(shop.store());
            boolean isEmpty = text.lines().count() == 1;
            if (!isTheirs || late.isEmpty()) {
                continue;
            }
            if (name.startsWith("late-shipments")) {
                download(asOf, shop, "late-shipments-older.csv", text, late, random);
                written(file, asOf);
            } else if (name.startsWith("order-defects") && (isEmpty ? onlySeller : text.contains(",Seller,"))) {
                download(asOf, shop, "order-defects-older.csv", text, defects, random);
                written(file, asOf);
            }
        }
    }

    private void download(LocalDate asOf, Shop shop, String name, String header, List<String> rows, Random random)
            throws IOException {
        Path file = Files.createDirectories(
                        folder.resolve("exports").resolve(shop.account()).resolve(shop.store()))
                .resolve(name);
        String first = header.lines().findFirst().orElseThrow();
        Files.writeString(file, first + "\n" + String.join("\n", rows) + "\n");
        written(file, asOf.minusDays(1 + random.nextInt(6)));
    }

    /** At noon in London, when it is the same day in every marketplace. */
    private static void written(Path file, LocalDate day) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC)));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve("exports"))) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
