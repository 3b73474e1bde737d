package redflag.schedule;

import java.time.LocalDate;

/** A night of a job: whenever it is started, it is the same one. */
record Night(JobKey job, LocalDate asOf) {}
