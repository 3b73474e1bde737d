package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import redflag.Chromium;
import redflag.words.Messages;

/**
 * The portfolio's page in a browser without a window, opened as a file.
 */
class PortfolioPageBrowserTests {

    private static final int MANY = 1000;

    private static Path nightly;
    private static Path chinese;
    private static Path many;
    private static String axe;
    private static ChromeDriver browser;

    @BeforeAll
    static void openBrowser() throws IOException {
        Messages zh = Messages.forLanguage("zh");
        nightly = written(SamplePortfolios.withEveryKindOfStore(Messages.english()), "nightly", Messages.english());
        chinese = written(SamplePortfolios.withEveryKindOfStore(zh), "chinese", zh);
        many = written(MadeUpPortfolio.of(MANY), "many", Messages.english());
        try (InputStream in = Optional.ofNullable(PortfolioPageBrowserTests.class.getResourceAsStream("/axe.min.js"))
                .orElseThrow()) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        browser = Chromium.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.quit();
    }

    @BeforeEach
    void open() {
        browser.manage().window().setSize(new Dimension(1440, 900));
        scheme("light");
        browser.get(nightly.toUri().toString());
    }

    @AfterEach
    void nothingIsSaidOnTheConsole() {
        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .extracting(LogEntry::getMessage)
                .isEmpty();
    }

    @Test
    void storesStandInTheOrderOfThePortfolio() {
        assertThat(shown()).containsExactly("elder-jp", "acme-us", "acme-uk", "cedar-de", "birch-us");
        assertThat(browser.findElement(By.id("shown")).getText()).isEqualTo("5 of 5 stores");
        assertThat(browser.findElement(By.cssSelector("th.col-rank")).getDomAttribute("aria-sort"))
                .isEqualTo("ascending");
    }

    @Test
    void aHeadingSortsAndSortsBack() {
        click("th.col-store button");

        assertThat(shown()).containsExactly("birch-us", "acme-us", "acme-uk", "cedar-de", "elder-jp");
        assertThat(attribute("th.col-store", "aria-sort")).isEqualTo("ascending");
        assertThat(attribute("th.col-rank", "aria-sort")).isEqualTo("none");

        click("th.col-store button");

        assertThat(shown().get(0)).isEqualTo("elder-jp");
        assertThat(attribute("th.col-store", "aria-sort")).isEqualTo("descending");
    }

    @Test
    void aMetricSortsByWhatBurnsFirst() {
        click("th.col-metric button");

        assertThat(shown().get(0)).isEqualTo("acme-us");
    }

    @Test
    void filtersLeaveWhatFitsThem() {
        click("#levels button[value='WATCH']");
        assertThat(shown()).containsExactly("acme-uk");
        assertThat(attribute("#levels button[value='WATCH']", "aria-pressed")).isEqualTo("true");

        click("#reset");
        click("#manager option[value='anton@agency.example']");
        assertThat(shown()).containsExactly("cedar-de", "birch-us");

        click("#abnormal");
        assertThat(shown()).containsExactly("cedar-de");
        assertThat(browser.findElement(By.id("shown")).getText()).isEqualTo("1 of 5 stores");

        click("#reset");
        click("#marketplace option[value='US']");
        assertThat(shown()).containsExactly("acme-us", "birch-us");
    }

    @Test
    void searchingFindsNamesManagersAndHeadlines() {
        search("ELDER");
        assertThat(shown()).containsExactly("elder-jp");

        search("mia@ defect");
        assertThat(shown()).containsExactly("acme-us");

        search("nobody of that name");
        assertThat(shown()).isEmpty();
        assertThat(browser.findElement(By.id("none")).isDisplayed()).isTrue();
    }

    @Test
    void aStoreOpensInPlaceByTheKeyboardAndStaysWithItsRow() {
        WebElement name = browser.findElement(By.cssSelector("#store-acme-us .open"));
        assertThat(name.getDomAttribute("aria-expanded")).isEqualTo("false");

        name.sendKeys(Keys.ENTER);

        WebElement detail = browser.findElement(By.id("detail-acme-us"));
        assertThat(name.getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat(detail.isDisplayed()).isTrue();
        assertThat(detail.findElements(By.cssSelector("figure svg title")))
                .isNotEmpty()
                .allSatisfy(
                        title -> assertThat(title.getDomProperty("textContent")).contains("target"));
        assertThat(detail.findElements(By.cssSelector(".files a")))
                .extracting(link -> link.getDomAttribute("href"))
                .contains("acme-us/acme-us-account-health-2026-11-22.xlsx")
                .allSatisfy(link -> assertThat(link).doesNotContain(":"));

        click("th.col-store button");
        assertThat(browser.executeScript("return document.getElementById('store-acme-us').nextElementSibling.id"))
                .isEqualTo("detail-acme-us");

        search("elder");
        assertThat(detail.isDisplayed()).isFalse();
        search("");
        assertThat(detail.isDisplayed()).isTrue();

        name.sendKeys(Keys.SPACE);
        assertThat(detail.isDisplayed()).isFalse();
    }

    @Test
    void anAlarmNamesItsStoresAndLeadsToThemThroughAnyFilter() {
        WebElement alarm = browser.findElement(By.cssSelector("#alarms .alarm"));
        assertThat(alarm.getText())
                .contains("the same cause at 2 stores of 2 accounts: Carrier Swift.")
                .contains("acme-us")
                .contains("5 of 8 defects");
        search("elder");
        assertThat(shown()).containsExactly("elder-jp");

        alarm.findElement(By.linkText("cedar-de")).click();

        assertThat(shown()).contains("cedar-de");
        assertThat(browser.findElement(By.id("detail-cedar-de")).isDisplayed()).isTrue();
    }

    @Test
    void aStoreStandsBesideTheAgencysMedian() {
        click("#store-birch-us .open");

        assertThat(browser.findElement(By.cssSelector("#detail-birch-us .readings tbody tr"))
                        .getText())
                .contains("0.31 % (4 stores)");
    }

    @Test
    void inChineseItIsAsUsable() {
        browser.get(chinese.toUri().toString());
        assertThat(attribute("html", "lang")).isEqualTo("zh");
        assertThat(browser.findElement(By.id("shown")).getText()).isEqualTo("5 个店铺中显示 5 个");
        browser.findElements(By.cssSelector(".open")).forEach(WebElement::click);
        browser.findElements(By.cssSelector(".manager summary")).forEach(WebElement::click);

        assertThat(violations()).isEmpty();
        assertThat(browser.findElement(By.cssSelector("#store-acme-us .col-deadline"))
                        .getText())
                .isEqualTo("11月5日");
    }

    @Test
    void anAddressOpensTheStoreThatItNames() {
        browser.get("about:blank");
        browser.get(nightly.toUri() + "#store-cedar-de");

        assertThat(browser.findElement(By.id("detail-cedar-de")).isDisplayed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void itIsAccessible(String scheme) {
        scheme(scheme);
        browser.get(nightly.toUri().toString());
        browser.findElements(By.cssSelector(".open")).forEach(WebElement::click);
        browser.findElements(By.cssSelector(".manager summary")).forEach(WebElement::click);

        assertThat(violations()).isEmpty();

        browser.manage().window().setSize(new Dimension(500, 900));

        assertThat(violations()).isEmpty();
    }

    @Test
    void aNarrowScreenNeedsNoScrollingSideways() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 400, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        browser.get(nightly.toUri().toString());
        browser.findElements(By.cssSelector(".open")).forEach(WebElement::click);

        Object tooWide = browser.executeScript(
                "const page = document.documentElement; return page.scrollWidth - page.clientWidth");
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());

        assertThat(tooWide).isEqualTo(0L);
    }

    @Test
    void aThousandStoresAreUsable() {
        browser.get("about:blank");
        long start = System.nanoTime();
        browser.get(many.toUri().toString());
        long loaded = System.nanoTime();
        Object sorted = browser.executeScript(
                "const start = performance.now(); document.querySelector('th.col-store button').click();"
                        + " document.body.offsetHeight; return performance.now() - start");
        Object found = browser.executeScript(
                "const start = performance.now(); const field = document.getElementById('search'); field.value = '77';"
                        + " field.dispatchEvent(new Event('input')); document.body.offsetHeight; return performance.now() - start");

        System.out.printf(
                "%d stores: opened in %d ms, sorted in %s ms, searched in %s ms%n",
                MANY, (loaded - start) / 1_000_000, sorted, found);
        assertThat(shown()).isNotEmpty().allSatisfy(store -> assertThat(store).contains("77"));
    }

    /** For the eye, too: {@code target/pages}. */
    private static Path written(Portfolio portfolio, String name, Messages messages) throws IOException {
        Path into =
                Files.createDirectories(Path.of("target/pages").toAbsolutePath().resolve(name));
        String file = new PortfolioPage(messages)
                .write(portfolio, of -> Files.newOutputStream(into.resolve(of)))
                .get(0);
        return into.resolve(file);
    }

    private static void scheme(String scheme) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Ids of the stores that are in sight, from top to bottom. */
    private static List<String> shown() {
        return browser.findElements(By.cssSelector("tr.store:not([hidden])")).stream()
                .sorted(Comparator.comparing(row -> row.getLocation().getY()))
                .map(row -> Optional.ofNullable(row.getDomAttribute("id"))
                        .orElseThrow()
                        .substring("store-".length()))
                .toList();
    }

    private static void click(String selector) {
        browser.findElement(By.cssSelector(selector)).click();
    }

    private static String attribute(String selector, String name) {
        return browser.findElement(By.cssSelector(selector)).getDomAttribute(name);
    }

    private static void search(String text) {
        WebElement field = browser.findElement(By.id("search"));
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, text);
    }

    /** What axe-core finds fault with, as rule and element. */
    private static List<String> violations() {
        browser.executeScript(axe);
        List<String> told = new ArrayList<>();
        Object found = browser.executeAsyncScript(
                "const done = arguments[arguments.length - 1]; axe.run().then(all => done(all.violations.flatMap("
                        + "rule => rule.nodes.map(node => rule.id + ': ' + node.target + ' ' + node.failureSummary))))");
        ((List<?>) found).forEach(each -> told.add(String.valueOf(each)));
        return told;
    }
}
