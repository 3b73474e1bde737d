package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import redflag.basics.Store;
import redflag.history.NightLog;
import redflag.job.HistoryLook;
import redflag.job.HistoryLook.Seen;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.job.NightRunner;
import redflag.settings.Problems;

/** {@code history}: the nights of a job, or how the metrics of one of its stores went. Nothing is written. */
@Command(
        name = "history",
        description = {
            "Lists the nights of a job, the newest first: when each was started, how long it took, what came of it.",
            "With --store: each metric of the store that Amazon acts on, with its newest value, target, status and a line"
                    + " through its nights.",
            "Looks into the database without starting a night: an embedded one not while a run holds it. Writes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:told",
            "1:the database can't be read",
            "2:wrong arguments, or a broken job",
            "4:a run holds the database; the message says which"
        },
        mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {

    private static final int NIGHTS = 14;
    private static final int MOST_OF_TREND = 62;
    private static final int MOST = 100_000;

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--job",
            paramLabel = "JOB.yaml",
            description = "The job. Default: jobs/nightly.yaml, or the only job in jobs/.")
    private @Nullable Path job;

    @Option(names = "--store", paramLabel = "STORE", description = "A line a metric of this store.")
    private @Nullable String store;

    @Option(
            names = "--last",
            paramLabel = "N",
            description = "So many nights. Default: 14; with --store the last 62 days, which is the most.")
    private @Nullable Integer last;

    @Option(names = "--json", description = "Prints one JSON document: a list with an object a night, or a metric.")
    private boolean json;

    HistoryCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        int most = store == null ? MOST : MOST_OF_TREND;
        if (last != null && (last < 1 || last > most)) {
            err.println("redflag: --last takes 1 to " + most + (store == null ? "" : " with --store"));
            return 2;
        }
        Optional<Path> file = job == null ? JobFiles.usual() : Optional.of(job);
        if (file.isEmpty()) {
            err.println(
                    "redflag: there is no jobs/nightly.yaml and no single job in jobs/ here; name one: --job JOB.yaml");
            return 2;
        }
        Problems problems = new Problems();
        Optional<JobDefinition> definition = JobFile.read(file.get(), problems);
        if (definition.isEmpty()) {
            problems.list().forEach(err::println);
            return 2;
        }
        return store == null ? nights(definition.get()) : trend(definition.get(), store);
    }

    private int nights(JobDefinition definition) throws IOException {
        int most = last == null ? NIGHTS : last;
        return tell(
                definition,
                log -> log.nights(definition.name(), most),
                nights -> json ? HistoryJson.nights(nights) : HistoryText.nights(definition, nights));
    }

    private int trend(JobDefinition definition, String id) throws IOException {
        Optional<Store> of = definition.stores().stream()
                .filter(known -> known.id().value().equals(id))
                .findFirst();
        if (of.isEmpty()) {
            spec.commandLine().getErr().println("redflag: the job has no store " + id);
            return 2;
        }
        int most = last == null ? MOST_OF_TREND : last;
        return tell(definition, log -> log.series(definition.name(), of.get().id()), series -> {
            StoreTrend trend = StoreTrend.of(of.get(), series, definition.targets(), most);
            return json ? HistoryJson.trend(trend) : TrendText.of(trend, definition.name(), Sparkline.ofThisTerminal());
        });
    }

    private <E> int tell(
            JobDefinition definition, Function<NightLog, List<E>> question, Function<List<E>, String> words)
            throws IOException {
        Seen<List<E>> seen = new HistoryLook(definition, "history", clock.instant()).ask(question);
        if (seen instanceof Seen.Found || seen instanceof Seen.NoNights) {
            PrintWriter out = spec.commandLine().getOut();
            out.println(words.apply(seen instanceof Seen.Found<List<E>> found ? found.value() : List.of()));
            out.flush();
            return 0;
        }
        int code = seen instanceof Seen.Held ? NightRunner.LOCKED : 1;
        spec.commandLine().getErr().println("redflag: " + Unseen.why(seen, definition) + "; exit " + code);
        return code;
    }
}
