package redflag.cli;

import redflag.history.NightLog;
import redflag.job.HistoryLook.Seen;
import redflag.job.JobDefinition;

/** Why a history can't be looked into, in words. */
final class Unseen {

    private Unseen() {}

    static String why(Seen<?> seen, JobDefinition job) {
        String place = job.database().place();
        if (seen instanceof Seen.Held<?> held) {
            return "another run holds " + place + (held.holder().isEmpty() ? "" : " (" + held.holder() + ")");
        }
        if (seen instanceof Seen.TooOld<?> old) {
            return "the tables of " + place + " are of an earlier version of Redflag (" + old.schema() + ", needed are "
                    + NightLog.EARLIEST_SCHEMA + "); the next night brings them up to date and keeps what is in them";
        }
        throw new IllegalStateException("no words for " + seen);
    }
}
