package redflag.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redflag.intake.ExportKind;
import redflag.intake.KindFile;
import redflag.plan.PlanLibrary;
import redflag.rules.TargetFile;

/** The bundles of the languages are kept in step, and with what the program's data say in English. */
class BundlesTests {

    private static final Properties ENGLISH = bundle("en");
    private static final Properties CHINESE = bundle("zh");
    private static final Messages ZH = Messages.forLanguage("zh");

    /** English needs the number for the word before it: row, rows. */
    private static final Set<String> WITHOUT_COUNT = Set.of("sheet.rows");

    private static Properties bundle(String language) {
        Properties patterns = new Properties();
        String name = "messages_" + language + ".properties";
        try (InputStream in = Objects.requireNonNull(Messages.class.getResourceAsStream(name))) {
            patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return patterns;
    }

    private static boolean isOnlyEnglish(String key) {
        return Messages.ONLY_ENGLISH.stream().anyMatch(key::startsWith);
    }

    @Test
    void everyTextThatAReaderOfReportsSeesIsThereInChinese() {
        Set<String> english = new TreeSet<>(ENGLISH.stringPropertyNames());
        english.removeIf(BundlesTests::isOnlyEnglish);
        Set<String> chinese = new TreeSet<>(CHINESE.stringPropertyNames());
        chinese.removeIf(key -> key.startsWith(Messages.SAID));
        assertThat(chinese).isEqualTo(english);
    }

    /** Reading copies of plans are for managers whose reports are in the same language. */
    @Test
    void plansAreWrittenInTheLanguagesOfReports() {
        assertThat(PlanLibrary.languages())
                .allMatch(language ->
                        Messages.forLanguage(language).locale().getLanguage().equals(language));
        assertThat(Messages.forLanguage("fr").locale().getLanguage()).isEqualTo("en");
    }

    @Test
    void everyTextHasTheSameFactsInBothLanguages() {
        for (String key : CHINESE.stringPropertyNames()) {
            if (!key.startsWith(Messages.SAID) && !WITHOUT_COUNT.contains(key)) {
                assertThat(factsOf(CHINESE.getProperty(key))).as(key).isEqualTo(factsOf(ENGLISH.getProperty(key)));
            }
        }
    }

    /** Those within a plural or a choice, too. */
    private static Set<String> factsOf(String text) {
        MessagePattern pattern = new MessagePattern(text);
        Set<String> facts = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                facts.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return facts;
    }

    @Test
    void noChineseTextIsTheEnglishOne() {
        assertThat(CHINESE.stringPropertyNames())
                .filteredOn(key -> CHINESE.getProperty(key).equals(ENGLISH.getProperty(key)))
                .allMatch(key -> CHINESE.getProperty(key)
                        .matches("SKU|ASIN|SHA-256|_+|SKU \\{value}|ASIN \\{value}|[{}a-z, .:\n]*|\\{.*}"));
    }

    @Test
    void whatOperatorsReadIsEnglishInEveryLanguage() {
        assertThat(ZH.text("console.stopped")).isEqualTo(Messages.english().text("console.stopped"));
        assertThat(ZH.has("console.stopped")).isTrue();
        assertThat(ZH.has("summary.nothing-of-the-kind")).isFalse();
        assertThat(CHINESE.stringPropertyNames()).noneMatch(BundlesTests::isOnlyEnglish);
    }

    @Test
    void everyExportAndEveryNoteOfATargetIsSaidInChinese() {
        List<String> english = Stream.concat(
                        KindFile.shipped().stream().flatMap(BundlesTests::namesOf),
                        TargetFile.shipped().targets().stream()
                                .flatMap(target -> target.note().stream())
                                .flatMap(note -> Arrays.stream(note.split("(?<=[.]) ", -1))))
                .distinct()
                .toList();
        assertThat(english)
                .hasSizeGreaterThan(80)
                .allSatisfy(text -> assertThat(ZH.said(text))
                        .as(text + " is " + Messages.keyOfSaid(text))
                        .isNotEqualTo(text));
        assertThat(english.stream().map(ZH::said)).doesNotHaveDuplicates();
    }

    private static Stream<String> namesOf(ExportKind kind) {
        return Stream.of(kind.name(), kind.where());
    }

    @Test
    void whatNobodyHasTranslatedStaysAsItStands() {
        assertThat(ZH.said("A note of the agency's own.")).isEqualTo("A note of the agency's own.");
        assertThat(Messages.english().said("a whole number")).isEqualTo("a whole number");
        assertThat(ZH.said("a whole number")).isEqualTo("整数");
    }

    /** Names of sheets: Excel takes 31 letters, and some signs not at all. */
    @Test
    void everySheetHasANameThatExcelTakes() {
        List<String> names = Arrays.stream(("summary metrics trend outlook gate reconciliation causes orders stock plan"
                                + " actions data-quality rejected-rows about stores alarms matrix checklist accounts quarantined")
                        .split(" "))
                .map(name -> ZH.text("sheet." + name))
                .toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[^\\\\/?*\\[\\]:']{1,31}"));
    }
}
