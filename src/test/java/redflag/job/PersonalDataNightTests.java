package redflag.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import redflag.intake.PlantedBuyer;
import redflag.intake.PlantedExports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nothing that a night leaves behind, in reports, database, console or log, holds a buyer's data. */
@ExtendWith(OutputCaptureExtension.class)
class PersonalDataNightTests {

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void writeAgency() throws Exception {
        agency = TestAgency.in(folder);
    }

    @Test
    void aNightLeavesNothingOfABuyerBehind(CapturedOutput log) throws Exception {
        for (Map.Entry<String, String> export : PlantedExports.all().entrySet()) {
            Files.writeString(agency.exports().resolve("alder").resolve(export.getKey()), export.getValue());
        }
        Files.writeString(
                agency.exports().resolve("alder/page-2.json"),
                "{\"status\": 400, \"body\": {\"errors\": [{\"code\": \"InvalidInput\", \"message\": \""
                        + PlantedBuyer.text(0) + "\"}]}}");

        TestAgency.Ran night = agency.run();

        assertThat(night.exitCode()).as(night.err()).isEqualTo(1);
        assertThat(night.out()).contains("InvalidInput");
        assertThat(accountOf("alder").path("accepted").asLong()).isGreaterThan(100);
        assertThat(accountOf("alder").path("rejected").asLong()).isGreaterThan(200);
        assertThat(PlantedBuyer.foundIn(night.out() + night.err() + log)).isEmpty();
        assertThat(placesWithABuyersData()).isEmpty();
    }

    /** The search would find it: a column that is read is quoted where its value is none. */
    @Test
    void whatStandsInAColumnThatIsReadIsFound() throws Exception {
        Path orders = agency.exports().resolve("alder/all-orders.txt");
        List<String> lines = new ArrayList<>(Files.readAllLines(orders, UTF_8));
        int quantity = List.of(lines.get(0).split("\t")).indexOf("quantity");
        String[] cells = lines.get(1).split("\t", -1);
        cells[quantity] = PlantedBuyer.text(0);
        lines.set(1, String.join("\t", cells));
        Files.write(orders, lines, UTF_8);

        agency.run();

        assertThat(placesWithABuyersData())
                .anySatisfy(place -> assertThat(place).contains(".xlsx"))
                .anySatisfy(place -> assertThat(place).endsWith(".json"));
    }

    private JsonNode accountOf(String id) throws IOException {
        for (JsonNode account : JsonMapper.shared()
                .readTree(Files.readString(agency.reports().resolve("run.json"), UTF_8))
                .path("accounts")) {
            if (account.path("account").asString().equals(id)) {
                return account;
            }
        }
        throw new AssertionError("run.json has no account " + id);
    }

    /** Files, parts of workbooks and rows of the database; the exports themselves apart. */
    private List<String> placesWithABuyersData() throws Exception {
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(agency.exports()))
                    .toList()) {
                String name = folder.relativize(file).toString();
                byte[] bytes = Files.readAllBytes(file);
                all.put(name, bytes);
                if (name.endsWith(".xlsx")) {
                    parts(name, bytes, all);
                }
            }
        }
        assertThat(all.keySet())
                .anySatisfy(name -> assertThat(name).startsWith("data/").endsWith(".mv.db"))
                .anySatisfy(name -> assertThat(name).startsWith("cache/").endsWith(".facts"))
                .anySatisfy(name -> assertThat(name).endsWith("xl/worksheets/sheet1.xml"));
        sharedFacts(all);
        List<String> places = new ArrayList<>();
        all.forEach((name, bytes) -> PlantedBuyer.foundIn(bytes).forEach(text -> places.add(text + " in " + name)));
        return places.stream()
                .map(place -> place.substring(place.indexOf(" in ")))
                .distinct()
                .toList();
    }

    private static void parts(String workbook, byte[] bytes, Map<String, byte[]> parts) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                // in XML an ampersand is written out
                String text = new String(zip.readAllBytes(), UTF_8).replace("&amp;", "&");
                parts.put(workbook + "!" + part.getName(), text.getBytes(UTF_8));
            }
        }
    }

    /** They lie in the database as Base64. */
    private void sharedFacts(Map<String, byte[]> facts) throws Exception {
        try (Connection database = agency.open();
                ResultSet rows = database.createStatement().executeQuery("SELECT FACTS FROM SHARED_FACTS")) {
            while (rows.next()) {
                facts.put("shared facts " + rows.getRow(), Base64.getDecoder().decode(rows.getString(1)));
            }
        }
    }
}
