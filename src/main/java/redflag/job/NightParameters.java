package redflag.job;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.job.parameters.JobParametersValidator;
import redflag.history.NightKey;

/** A night's name as job parameters, all of them identifying; no incrementer, which would ignore them. */
final class NightParameters implements JobParametersValidator {

    private static final String JOB = "job";
    private static final String AS_OF = "asOf";
    private static final String ATTEMPT = "attempt";
    private static final String SCOPE = "scope";

    static JobParameters of(NightKey key) {
        return new JobParametersBuilder()
                .addString(JOB, key.job())
                .addLocalDate(AS_OF, key.asOf())
                .addLong(ATTEMPT, (long) key.attempt())
                .addString(SCOPE, key.scope())
                .toJobParameters();
    }

    static NightKey keyOf(JobParameters parameters) {
        String job = parameters.getString(JOB);
        LocalDate asOf = parameters.getLocalDate(AS_OF);
        Long attempt = parameters.getLong(ATTEMPT);
        String scope = parameters.getString(SCOPE);
        if (job == null || asOf == null || attempt == null) {
            throw new IllegalStateException("the validator lets no such parameters pass: " + parameters);
        }
        return new NightKey(job, asOf, attempt.intValue(), scope == null ? "" : scope);
    }

    @Override
    public void validate(@Nullable JobParameters parameters) throws InvalidJobParametersException {
        if (parameters == null
                || parameters.getString(JOB) == null
                || parameters.getLocalDate(AS_OF) == null
                || parameters.getLong(ATTEMPT) == null) {
            throw new InvalidJobParametersException(
                    "name the night: job=nightly asOf=2026-11-22,java.time.LocalDate attempt=1,java.lang.Long");
        }
    }
}
