package redflag.schedule;

import java.util.Comparator;
import redflag.job.JobDefinition;

/**
 * What tells the nights of a job from those of others.
 *
 * @param database where they are kept
 */
record JobKey(String database, String name) implements Comparable<JobKey> {

    private static final Comparator<JobKey> ORDER =
            Comparator.comparing(JobKey::name).thenComparing(JobKey::database);

    static JobKey of(JobDefinition job) {
        return new JobKey(job.database().place(), job.name());
    }

    @Override
    public int compareTo(JobKey other) {
        return ORDER.compare(this, other);
    }
}
