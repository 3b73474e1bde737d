package redflag.job;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.context.ConfigurableApplicationContext;
import redflag.history.NightKey;

/** Starts the Spring Batch job of a night, or goes on with it, whatever an earlier start of it has left. */
final class Launch {

    private Launch() {}

    /** @throws NightBroken if it can not be started */
    static JobExecution of(ConfigurableApplicationContext context, NightKey key) {
        JobRepository repository = context.getBean(JobRepository.class);
        JobOperator operator = context.getBean(JobOperator.class);
        JobParameters parameters = NightParameters.of(key);
        JobInstance instance = repository.getJobInstance(NightlyJob.NAME, parameters);
        if (instance != null) {
            JobExecution last = repository.getLastJobExecution(instance);
            if (last == null) {
                // a crash between the two: nothing ran, and every start would fail (spring-batch #4763)
                repository.deleteJobInstance(instance);
            } else {
                boolean isDead = last.isRunning() || stepsRun(last);
                // whoever ran it is dead, for we hold the lock
                settle(repository, isDead ? operator.recover(last) : last);
            }
        }
        try {
            return operator.start(context.getBean(Job.class), parameters);
        } catch (JobExecutionException e) {
            throw new NightBroken("the night can't be started: " + e.getMessage(), e);
        }
    }

    /** What a lost commit left unknown was not stored, or was and is passed over; Batch itself would never go on with it. */
    private static void settle(JobRepository repository, JobExecution last) {
        for (StepExecution step : last.getStepExecutions()) {
            if (step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (last.getStatus() == BatchStatus.UNKNOWN) {
            last.setStatus(BatchStatus.FAILED);
            repository.update(last);
        }
    }

    private static boolean stepsRun(JobExecution execution) {
        return execution.getStepExecutions().stream()
                .anyMatch(step -> step.getStatus().isRunning());
    }
}
