package redflag.job;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import redflag.basics.AccountId;
import redflag.delivery.Delivery;
import redflag.history.NightKey;
import redflag.intake.StopReading;

/**
 * A night as a Spring Batch job: look over the inbox, work on the accounts side by side, write the portfolio, deliver the
 * mail, and say at the end whether an account failed or a message is left.
 *
 * <p>The step over the accounts itself always completes, so that a failed account neither stops the portfolio nor is
 * abandoned: a failed step that a flow handles is never restarted (spring-batch #3774). A rerun comes in again and works
 * on the accounts that have no stored outcome, whatever became of their steps.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

    static final String NAME = "nightly";
    private static final String ACCOUNT = "account";
    private static final String CLOSE = "closeNight";
    private static final String FAILURES = "COMPLETED_WITH_FAILURES";

    @Bean
    Job nightly(
            JobRepository jobRepository,
            Step planNight,
            Step assessAccounts,
            Step writePortfolio,
            Step deliverMail,
            Step closeNight,
            JobExecutionDecider verdict) {
        return new JobBuilder(NAME, jobRepository)
                .validator(new NightParameters())
                .start(planNight)
                .on(ExitStatus.FAILED.getExitCode())
                .fail()
                .from(planNight)
                .on("*")
                .to(assessAccounts)
                .from(assessAccounts)
                .on(ExitStatus.STOPPED.getExitCode())
                .stopAndRestart(assessAccounts)
                .from(assessAccounts)
                .on(ExitStatus.FAILED.getExitCode())
                .fail()
                .from(assessAccounts)
                .on("*")
                .to(writePortfolio)
                .from(writePortfolio)
                .on(ExitStatus.FAILED.getExitCode())
                .fail()
                .from(writePortfolio)
                .on("*")
                .to(deliverMail)
                .from(deliverMail)
                .on(ExitStatus.STOPPED.getExitCode())
                .stopAndRestart(assessAccounts)
                .from(deliverMail)
                .on(ExitStatus.FAILED.getExitCode())
                .fail()
                .from(deliverMail)
                .on("*")
                .to(closeNight)
                .from(closeNight)
                .on(ExitStatus.FAILED.getExitCode())
                .fail()
                .from(closeNight)
                .on("*")
                .to(verdict)
                .from(verdict)
                .on(FAILURES)
                .fail()
                .from(verdict)
                .on("*")
                .end()
                .end()
                .build();
    }

    @Bean
    Step planNight(
            JobRepository jobRepository,
            PlatformTransactionManager transactions,
            NightWork work,
            Cancellation cancellation) {
        Tasklet tasklet = (contribution, chunk) -> {
            work.plan(NightParameters.keyOf(contribution.getStepExecution().getJobParameters()), cancellation);
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder("planNight", jobRepository)
                .tasklet(tasklet, transactions)
                .build();
    }

    @Bean
    Step assessAccounts(
            JobRepository jobRepository,
            Step assessAccount,
            StepExecutionSplitter accountsToDo,
            TaskExecutor accountPool) {
        return new StepBuilder("assessAccounts", jobRepository)
                .partitioner(assessAccount)
                .splitter(accountsToDo)
                .taskExecutor(accountPool)
                .gridSize(1)
                .aggregator(NightlyJob::aggregate)
                .allowStartIfComplete(true)
                .build();
    }

    /** One step an account, the largest account first; Batch's own splitter hands them over in the order of a hash. */
    @Bean
    StepExecutionSplitter accountsToDo(JobRepository jobRepository, NightWork work, NightProgress progress) {
        return new StepExecutionSplitter() {
            @Override
            public String getStepName() {
                return ACCOUNT;
            }

            @Override
            public Set<StepExecution> split(StepExecution manager, int gridSize) {
                Set<StepExecution> steps = new LinkedHashSet<>();
                NightKey night = NightParameters.keyOf(manager.getJobParameters());
                List<AccountId> accounts = work.accountsToDo(night);
                progress.planned(night, accounts, work.planOf(night).accounts().size());
                for (AccountId account : accounts) {
                    steps.add(jobRepository.createStepExecution(stepName(account), manager.getJobExecution()));
                }
                return steps;
            }
        };
    }

    static String stepName(AccountId account) {
        return ACCOUNT + ":" + account;
    }

    private static AccountId accountOf(StepExecution step) {
        return new AccountId(step.getStepName().substring(ACCOUNT.length() + 1));
    }

    private static void aggregate(StepExecution manager, Collection<StepExecution> accounts) {
        boolean failed = false;
        for (StepExecution account : accounts) {
            BatchStatus status = account.getStatus();
            if (status == BatchStatus.STOPPED) {
                manager.upgradeStatus(status);
                manager.setExitStatus(ExitStatus.STOPPED);
                return;
            }
            failed |= status == BatchStatus.FAILED || status == BatchStatus.UNKNOWN;
        }
        if (failed) {
            manager.setExitStatus(new ExitStatus(FAILURES));
        }
    }

    /**
     * Tasklets, not chunks: an account's outcome is one transaction, and chunks took twice the time (performance.md §3).
     * The connection is only taken when the first statement runs.
     */
    @Bean
    Step assessAccount(
            JobRepository jobRepository,
            PlatformTransactionManager transactions,
            NightWork work,
            Cancellation cancellation,
            NightProgress progress) {
        Tasklet tasklet = new AccountTasklet(work, cancellation, progress);
        return new StepBuilder(ACCOUNT, jobRepository)
                .tasklet(tasklet, transactions)
                .build();
    }

    @Bean
    ThreadPoolTaskExecutor accountPool(JobDefinition job) {
        ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
        pool.setCorePoolSize(job.parallel());
        pool.setMaxPoolSize(job.parallel());
        pool.setThreadNamePrefix("account-");
        pool.setTaskDecorator(RunLog.named());
        return pool;
    }

    @Bean
    Step writePortfolio(
            JobRepository jobRepository,
            PlatformTransactionManager transactions,
            NightWork work,
            Cancellation cancellation) {
        Tasklet tasklet = (contribution, chunk) -> {
            JobExecution night = contribution.getStepExecution().getJobExecution();
            work.writePortfolio(
                    NightParameters.keyOf(night.getJobParameters()), errors(jobRepository, night), cancellation);
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder("writePortfolio", jobRepository)
                .tasklet(tasklet, transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /** Messages that could not be delivered leave the night unfinished, so that the same command delivers them. */
    @Bean
    Step deliverMail(
            JobRepository jobRepository,
            PlatformTransactionManager transactions,
            NightWork work,
            Cancellation cancellation) {
        Tasklet tasklet = (contribution, chunk) -> {
            StepExecution step = contribution.getStepExecution();
            try {
                boolean isDelivered = work.deliver(
                        NightParameters.keyOf(step.getJobParameters()),
                        errors(jobRepository, step.getJobExecution()),
                        Delivery.Request.NIGHTLY,
                        cancellation);
                if (!isDelivered) {
                    contribution.setExitStatus(new ExitStatus(FAILURES));
                }
            } catch (StopReading e) {
                throw new JobInterruptedException("stopped while delivering mail");
            }
            return RepeatStatus.FINISHED;
        };
        // it may take minutes, and what it keeps is committed message by message
        DefaultTransactionAttribute none =
                new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        return new StepBuilder("deliverMail", jobRepository)
                .tasklet(tasklet, transactions)
                .transactionAttribute(none)
                .allowStartIfComplete(true)
                .build();
    }

    @Bean
    Step closeNight(
            JobRepository jobRepository,
            PlatformTransactionManager transactions,
            NightWork work,
            Cancellation cancellation) {
        Tasklet tasklet = (contribution, chunk) -> {
            JobExecution night = contribution.getStepExecution().getJobExecution();
            work.close(NightParameters.keyOf(night.getJobParameters()), errors(jobRepository, night), cancellation);
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(CLOSE, jobRepository)
                .tasklet(tasklet, transactions)
                .allowStartIfComplete(true)
                .build();
    }

    /** Whether a run of a night came to its last step, whatever failed before. */
    static boolean isClosed(JobExecution night) {
        return night.getStepExecutions().stream()
                .anyMatch(step -> step.getStepName().equals(CLOSE) && step.getStatus() == BatchStatus.COMPLETED);
    }

    /** Why a run of a night broke, where it was not for an account. */
    static Stream<Throwable> failuresBesideAccounts(JobExecution night) {
        return night.getStepExecutions().stream()
                .filter(step -> !step.getStepName().startsWith(ACCOUNT + ":"))
                .flatMap(step -> step.getFailureExceptions().stream());
    }

    /** Why accounts failed in this run: the first line of what their steps keep. */
    static Map<AccountId, String> errors(JobRepository jobRepository, JobExecution night) {
        JobExecution stored = jobRepository.getJobExecution(night.getId());
        Map<AccountId, String> errors = new TreeMap<>();
        Collection<StepExecution> steps = stored == null ? List.of() : stored.getStepExecutions();
        for (StepExecution step : steps) {
            boolean isFailed = step.getStatus() == BatchStatus.FAILED || step.getStatus() == BatchStatus.UNKNOWN;
            if (step.getStepName().startsWith(ACCOUNT + ":") && isFailed) {
                errors.put(
                        accountOf(step),
                        AccountFailed.reason(step.getExitStatus().getExitDescription()));
            }
        }
        return errors;
    }

    @Bean
    JobExecutionDecider verdict() {
        return (night, step) -> {
            boolean failures = night.getStepExecutions().stream()
                    .anyMatch(s -> s.getExitStatus().getExitCode().equals(FAILURES));
            return failures ? new FlowExecutionStatus(FAILURES) : FlowExecutionStatus.COMPLETED;
        };
    }
}
