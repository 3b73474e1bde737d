package redflag.setup;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redflag.history.Schema;
import redflag.job.Database;
import redflag.job.HistoryLook;
import redflag.job.HistoryLook.Seen;
import redflag.job.JobDefinition;
import redflag.job.NightBroken;

/** Whether the database opens, and whether its tables are those of this program. Nothing is brought up to date. */
final class DatabaseCheck implements Check {

    private final JobDefinition job;
    private final Clock clock;

    DatabaseCheck(JobDefinition job, Clock clock) {
        this.job = job;
        this.clock = clock;
    }

    @Override
    public List<Sign> look() throws IOException {
        Database database = job.database();
        List<Sign> signs = new ArrayList<>();
        database.dataFolder()
                .ifPresent(folder -> signs.addAll(new WritableFolder("nights and their history", folder).look()));
        if (signs.stream().anyMatch(sign -> sign.level() == Sign.Level.FAIL)) {
            return signs;
        }
        try {
            signs.add(sign(new HistoryLook(job, "doctor", clock.instant()).schema()));
        } catch (NightBroken e) {
            String cause = Optional.ofNullable(e.getMessage()).orElse("no reason is known");
            signs.add(Sign.fail(
                    cause.strip().replaceAll("\\s+", " "),
                    "see that it runs, that no other program has it open, and that the job names it right"));
        }
        return signs;
    }

    private Sign sign(Seen<Integer> seen) {
        String place = job.database().place();
        if (seen instanceof Seen.Held<Integer> held) {
            return Sign.warn(
                    "a run holds the database " + place + ", so it was not looked into ("
                            + (held.holder().isEmpty() ? "it does not say who it is" : held.holder()) + ")",
                    "look again when it has ended");
        }
        if (seen instanceof Seen.Found<Integer> found) {
            return tables(place, found.value(), Schema.newest());
        }
        return Sign.ok("the database " + place + " has no nights yet; the first one makes its tables");
    }

    static Sign tables(String place, int found, int own) {
        if (found > own) {
            return Sign.fail(
                    "the database " + place + " has tables of version " + found
                            + ", and this program knows those up to " + own,
                    "run the newer version of Redflag that made them");
        }
        return Sign.ok("the database " + place + " opens; its tables are of version " + found
                + (found < own ? ", and the next night brings them to " + own : ""));
    }
}
