package redflag.schedule;

import java.time.LocalDate;
import java.util.function.Consumer;
import redflag.job.JobDefinition;
import redflag.signals.NightFigures;

/** Runs the nights that are due, and passes on what there is to say. */
public interface Desk {

    /** What came of a night. */
    enum Came {
        /** It is done, now or before. */
        DONE,
        /** It came to its end and was not all well, or it broke. */
        FAILED,
        /** It was stopped, and will be gone on with. */
        STOPPED,
        /** It was not started, for another run holds the database. */
        HELD
    }

    /** @param figures is given those of the night when it has ended */
    Came night(JobDefinition job, LocalDate asOf, Consumer<NightFigures> figures);

    /** What goes on. */
    void say(String line);

    /** What somebody has to see to. */
    void alarm(String line);
}
