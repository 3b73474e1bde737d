package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import redflag.Chromium;

/** The portfolio's page of the second night of the sample, and README's picture of it. */
class SampleNightBrowserTests {

    private static final Path PICTURE = Path.of("src/docs/portfolio.png");
    private static final int MOST_BYTES_OF_PICTURE = 250_000;
    private static final int WIDTH = 1180;
    private static final int MARGIN = 12;

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;

    @BeforeAll
    static void openThePageOfTheNight() throws IOException {
        TestAgency agency = TestAgency.in(folder);
        assertThat(agency.run("--as-of", "2026-11-21").exitCode()).isZero();
        assertThat(agency.run().exitCode()).isZero();
        browser = Chromium.open();
        browser.get(
                agency.reports().resolve("portfolio-2026-11-22.html").toUri().toString());
    }

    @AfterAll
    static void closeBrowser() {
        browser.quit();
    }

    /** The deactivated store, the one in temporary review, and the one that has sold nothing yet. */
    @Test
    void storesInEveryStateOfAnAccountAreSeen() {
        List<String> rows = browser.findElements(By.cssSelector("tbody tr")).stream()
                .map(WebElement::getText)
                .toList();

        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .contains("Laurel Candles", "Deactivated: Amazon states the account as DEACTIVATED."))
                .anySatisfy(row ->
                        assertThat(row).contains("Maple Kitchen", "Off target: Amazon states the account as AT_RISK."))
                .anySatisfy(row ->
                        assertThat(row).contains("Olive Linen", "Unknown: nothing is off target as far as is known"));
    }

    /** {@code -Dpicture.update=true} makes README's picture of the page anew: all stores, without what comes below them. */
    @Test
    @EnabledIfSystemProperty(named = "picture.update", matches = "true")
    void drawThePictureOfReadme() throws IOException {
        browser.manage().window().setSize(new Dimension(WIDTH, 900));
        browser.executeScript("document.documentElement.style.overflow = 'hidden'");
        Number bottom = (Number) browser.executeScript(
                "return Math.ceil(document.querySelector('tbody tr:last-child').getBoundingClientRect().bottom)");
        browser.manage().window().setSize(new Dimension(WIDTH, bottom.intValue() + 300));

        BufferedImage page = ImageIO.read(new ByteArrayInputStream(browser.getScreenshotAs(OutputType.BYTES)));
        ImageIO.write(page.getSubimage(0, 0, page.getWidth(), bottom.intValue() + MARGIN), "png", PICTURE.toFile());

        assertThat(PICTURE.toFile().length()).isLessThanOrEqualTo(MOST_BYTES_OF_PICTURE);
    }
}
