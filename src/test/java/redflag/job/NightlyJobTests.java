package redflag.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.test.JobOperatorTestUtils;
import org.springframework.batch.test.context.SpringBatchTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import redflag.basics.AccountId;
import redflag.history.NightKey;
import redflag.report.AccountOutcome;
import redflag.settings.Problems;

/** The job as Spring Batch sees it: its steps, their names and their counts. */
@SpringBatchTest
@SpringBootTest(classes = NightApplication.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = NightlyJobTests.Agency.class)
class NightlyJobTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    @Autowired
    private JobOperatorTestUtils jobs;

    @Autowired
    private NightWork work;

    @Test
    void everyAccountIsAStepOfItsOwnWithItsCounts() throws Exception {
        JobExecution night = jobs.startJob(NightParameters.of(new NightKey("test", AS_OF, 1, "")));

        assertThat(night.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(night.getStepExecutions())
                .extracting(StepExecution::getStepName)
                .containsExactlyInAnyOrder(
                        "planNight",
                        "assessAccounts",
                        "account:alder",
                        "account:birch",
                        "account:cedar",
                        "account:elder",
                        "account:fuji",
                        "account:hazel",
                        "account:juniper",
                        "account:laurel",
                        "account:maple",
                        "account:olive",
                        "writePortfolio",
                        "deliverMail",
                        "closeNight");
        StepExecution hazel = night.getStepExecutions().stream()
                .filter(step -> step.getStepName().equals("account:hazel"))
                .findFirst()
                .orElseThrow();
        // 481 rows of All Orders, 9 of the late list, 2 of the shared summary; 3 and 4 of them are bad
        assertThat(hazel.getReadCount()).isEqualTo(481 + 9 + 2);
        assertThat(hazel.getReadSkipCount()).isEqualTo(3 + 4);
        assertThat(hazel.getWriteCount()).isEqualTo(1);
        NightKey key = new NightKey("test", AS_OF, 1, "");
        assertThat(work.planOf(key)).as("the plan is parsed once").isSameAs(work.planOf(key));
    }

    @Test
    void aNightWithoutADateIsRefusedWithTheSyntax() {
        assertThatThrownBy(() -> jobs.startJob(new JobParameters()))
                .isInstanceOf(InvalidJobParametersException.class)
                .hasMessage("name the night: job=nightly asOf=2026-11-22,java.time.LocalDate"
                        + " attempt=1,java.lang.Long");
    }

    /** The sample agency in a folder of its own. */
    static final class Agency implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Path folder = Files.createTempDirectory("nightly-job");
                TestAgency agency = TestAgency.in(folder);
                JobDefinition job = JobFile.read(agency.job(), new Problems()).orElseThrow();
                NightApplication.register(
                        context,
                        job,
                        new NightApplication.Asked(Set.of(), true),
                        TestAgency.MORNING_AFTER,
                        new Quiet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Quiet implements NightProgress {

        @Override
        public void planned(NightKey night, List<AccountId> left, int accounts) {
            // nobody listens
        }

        @Override
        public void started(AccountId account) {
            // nobody listens
        }

        @Override
        public void done(AccountOutcome outcome) {
            // nobody listens
        }

        @Override
        public void warned(String what) {
            throw new AssertionError(what);
        }

        @Override
        public void broken(Exception why) {
            throw new AssertionError(why);
        }

        @Override
        public void ended(NightResult result) {
            // nobody listens
        }

        @Override
        public void failed(AccountId account, Exception why) {
            throw new AssertionError("account " + account + " failed", why);
        }
    }
}
