package redflag;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may know whom: each module what it declares, each library one home. */
class ModuleTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("redflag");

    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(Redflag.class).verify();
    }

    @Test
    void onlyTheJobPackageKnowsSpringBatch() {
        livesOnlyIn("org.springframework.batch..", "redflag.job..");
    }

    @Test
    void domainPackagesKnowNeitherSpringNorFiles() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "redflag.basics..",
                        "redflag.ledger..",
                        "redflag.past..",
                        "redflag.metrics..",
                        "redflag.risk..",
                        "redflag.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.batch..",
                        "org.springframework.boot..",
                        "org.springframework.context..",
                        "org.springframework.jdbc..",
                        "java.nio.file..",
                        "java.sql..")
                .because("findings must be testable without files, database or framework")
                .check(CLASSES);
    }

    @Test
    void onlyTheIntakeReadsTables() {
        livesOnlyIn("com.opencsv..", "redflag.intake..", "redflag.report..");
        noClasses()
                .that()
                .resideInAPackage("redflag.report..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameContaining("CSVReader")
                .because("reports write tables and read none")
                .check(CLASSES);
    }

    @Test
    void onlyTheReportWritesWorkbooksBesideTheMadeUpAgency() {
        noClasses()
                .that()
                .resideOutsideOfPackages("redflag.intake..", "redflag.report..", "redflag.sample..", "redflag.check..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .because(
                        "workbooks are read in intake and written in report; sample makes some to be read, and check reads letters")
                .check(CLASSES);
    }

    @Test
    void onlyTheHistoryKnowsOurTables() {
        noClasses()
                .that()
                .resideOutsideOfPackages("redflag.history..")
                .and()
                .doNotHaveFullyQualifiedName("redflag.job.NightApplication")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.jdbc..")
                .because("one module has our tables; the application only hands it the client")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandsKnowTheCommandLine() {
        livesOnlyIn("picocli..", "redflag.cli..");
    }

    @Test
    void onlyTheSettingsReadYaml() {
        livesOnlyIn("org.yaml..", "redflag.settings..");
    }

    @Test
    void onlyTheWordsKnowIcu() {
        livesOnlyIn("com.ibm.icu..", "redflag.words..");
    }

    @Test
    void onlyTheCalendarKnowsJollyday() {
        livesOnlyIn("de.focus_shift..", "redflag.calendar..");
    }

    @Test
    void onlySmtpKnowsTheMailLibrary() {
        livesOnlyIn("org.eclipse.angus..", "redflag.smtp..");
    }

    private static void livesOnlyIn(String library, String... homes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because("a library has one home")
                .check(CLASSES);
    }
}
