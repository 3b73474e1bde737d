package redflag.job;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import redflag.basics.AccountId;
import redflag.intake.StopReading;
import redflag.report.AccountOutcome;

/** One account as one step: its counts are set by hand, and a stop is a stop, not a failure. */
final class AccountTasklet implements Tasklet {

    private final NightWork work;
    private final Cancellation cancellation;
    private final NightProgress progress;

    AccountTasklet(NightWork work, Cancellation cancellation, NightProgress progress) {
        this.work = work;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws Exception {
        StepExecution step = contribution.getStepExecution();
        AccountId account =
                new AccountId(step.getStepName().substring(step.getStepName().indexOf(':') + 1));
        progress.started(account);
        try {
            AccountOutcome outcome = work.assess(NightParameters.keyOf(step.getJobParameters()), account, cancellation);
            step.setReadCount(outcome.rows());
            contribution.incrementReadSkipCount(outcome.rejected());
            contribution.incrementWriteCount(outcome.stores().size());
            progress.done(outcome);
            return RepeatStatus.FINISHED;
        } catch (StopReading e) {
            throw new JobInterruptedException("stopped while working on " + account);
        } catch (Exception e) {
            progress.failed(account, e);
            throw new AccountFailed(e);
        }
    }
}
