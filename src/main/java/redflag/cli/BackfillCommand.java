package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redflag.history.NightRuns;
import redflag.job.Failures;
import redflag.job.HistoryLook;
import redflag.job.HistoryLook.Seen;
import redflag.job.JobDefinition;
import redflag.job.NightRunner;

/** {@code backfill JOB.yaml --from DAY --to DAY}: past nights. */
@Command(
        name = "backfill",
        description = {
            "Runs past nights of a job, the oldest first, each with the targets of its day.",
            "Nights that are done are passed over. Nobody is told of past nights by mail, unless --mail says so."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every night of the days is done; with --plan: told",
            "1:of a night that ran accounts failed or files were quarantined unexpectedly; or one broke, and the rest did"
                    + " not start",
            "2:wrong job file or arguments; nothing was written",
            "3:all of them were done already",
            "4:another run holds the database; the message says which, and with which day to go on"
        })
final class BackfillCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yaml", description = "The job file.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            required = true,
            converter = DayArgument.class,
            description = "The first day to look from, such as 2026-11-01.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            required = true,
            converter = DayArgument.class,
            description = "The last one: a day that is over in the job's zone.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate to;

    @Option(names = "--plan", description = "Only lists what would be done, and what is there. Writes nothing.")
    private boolean plan;

    @Option(names = "--again", description = "Runs nights that are done once more.")
    private boolean again;

    @Option(names = "--mail", description = "Tells the recipients of each night.")
    private boolean mail;

    @ArgGroup
    private Loudness loudness = new Loudness();

    BackfillCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Optional<JobDefinition> job = JobFiles.checked(file, err);
        if (job.isEmpty()) {
            return 2;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), job.get().asOf().zone());
        if (!to.isBefore(today)) {
            err.println("redflag: --to " + to + " is not over: it is " + today + " in zone "
                    + job.get().asOf().zone());
            return 2;
        }
        if (from.isAfter(to)) {
            err.println("redflag: --from " + from + " is after --to " + to);
            return 2;
        }
        return plan ? list(job.get()) : run(job.get());
    }

    private List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }

    private int list(JobDefinition job) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Seen<Map<LocalDate, NightRuns>> seen =
                new HistoryLook(job, "backfill --plan", clock.instant()).ask(log -> log.runs(job.name(), from, to));
        if (!(seen instanceof Seen.Found || seen instanceof Seen.NoNights)) {
            int code = seen instanceof Seen.Held ? NightRunner.LOCKED : 1;
            spec.commandLine().getErr().println("redflag: " + Unseen.why(seen, job) + "; exit " + code);
            return code;
        }
        Map<LocalDate, NightRuns> runs =
                seen instanceof Seen.Found<Map<LocalDate, NightRuns>> found ? found.value() : Map.of();
        out.println("Backfill of job " + job.name() + " would");
        days().forEach(day -> out.println("  " + day + "  " + would(Optional.ofNullable(runs.get(day)))));
        long passed = days().stream()
                .filter(day -> !again && runs.containsKey(day) && runs.get(day).done())
                .count();
        out.println(Counted.of(days().size() - passed, "night") + " to run, " + passed + " to pass over; nothing is"
                + " written; exit 0");
        return 0;
    }

    private String would(Optional<NightRuns> runs) {
        if (runs.isEmpty()) {
            return "run: nothing is there";
        }
        NightRuns there = runs.get();
        String attempt = "attempt " + there.attempt();
        String end = there.exitCode().map(code -> ", exit " + code).orElse("");
        if (there.done()) {
            return (again ? "run once more: done (" : "pass over: done (") + attempt + end + ")";
        }
        String left =
                (there.exitCode().isPresent() ? " ended with failures (" : " is not finished (") + attempt + end + ")";
        return again ? "run anew what" + left : "go on with what" + left;
    }

    private int run(JobDefinition job) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (job.mail().isPresent() && !mail) {
            out.println("No mail goes out for past nights; --mail sends it");
        }
        NightConsole console = new NightConsole(out, err, loudness);
        int ran = 0;
        int passed = 0;
        int code = 0;
        for (LocalDate day : days()) {
            NightRunner.Answer answer;
            try {
                answer = new NightRunner(job, clock, console)
                        .run(new NightRunner.Request(Optional.of(day), Set.of(), again, mail));
            } catch (IOException | RuntimeException e) {
                err.println("redflag: the night of " + day + " broke: " + Failures.describe(e));
                return stopped(job, day, ran, passed, 1);
            }
            if (answer instanceof NightRunner.Answer.AlreadyDone done) {
                passed++;
                out.println("Night of " + day + ": already done (attempt "
                        + done.night().attempt() + "), passed over");
                continue;
            }
            int came = console.tell(job, answer);
            out.println();
            if (!(answer instanceof NightRunner.Answer.Ran night)
                    || night.result().stopped()) {
                return stopped(job, day, ran, passed, came);
            }
            ran++;
            code = Math.max(code, came);
        }
        int exit = ran == 0 ? NightRunner.ALREADY_DONE : code;
        out.println("Backfill of job " + job.name() + ": " + counts(ran, passed) + "; exit " + exit);
        return exit;
    }

    private int stopped(JobDefinition job, LocalDate at, int ran, int passed, int code) {
        spec.commandLine()
                .getErr()
                .println("redflag: backfill of job " + job.name() + " ends at the night of " + at + ": "
                        + counts(ran, passed) + "; go on with --from " + at + " --to " + to + (again ? " --again" : "")
                        + (mail ? " --mail" : "") + "; exit " + code);
        return code;
    }

    private static String counts(int ran, int passed) {
        return Counted.of(ran, "night") + " ran, " + passed + (passed == 1 ? " was" : " were") + " done already";
    }
}
