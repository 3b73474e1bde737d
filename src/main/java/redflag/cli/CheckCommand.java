package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redflag.basics.StoreId;
import redflag.check.Letter;
import redflag.check.LetterFile;
import redflag.check.Shelf;
import redflag.check.Submissions;
import redflag.check.UnreadableLetter;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.plan.Reason;
import redflag.settings.Problems;

/** {@code check DRAFT}: what a reader at Amazon would refuse a plan of action for. Nothing is written. */
@Command(
        name = "check",
        description = {
            "Holds a draft of a plan of action, our own or pasted, against the known reasons for refusal.",
            "Compares it with the store's report of the day or days that it states, else with the newest, with what was",
            "submitted before (submissions/STORE/) and with texts of other stores. English drafts. Writes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no known ground for refusal; there may be advice",
            "1:grounds for refusal",
            "2:wrong arguments, a broken job, or a draft that can't be read"
        },
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "DRAFT", description = "A .docx, or text as .txt or .md.")
    @SuppressWarnings("NullAway.Init")
    private Path draft;

    @Option(names = "--store", paramLabel = "STORE", required = true, description = "The store that it is for.")
    private String store = "";

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            required = true,
            description = "What it answers, such as late-shipment or authenticity; a wrong word lists them all.")
    private String reason = "";

    @Option(
            names = "--job",
            paramLabel = "JOB.yaml",
            description = "Says where the reports are. Default: jobs/nightly.yaml, or the only job in jobs/.")
    private @Nullable Path job;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            converter = DayArgument.class,
            description = "The last day on which anything can have been done, such as 2026-11-22; later reports are"
                    + " passed over. Default: the day of the store's newest report.")
    private @Nullable LocalDate asOf;

    @Option(names = "--json", description = "Prints one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Optional<Reason> of = Reason.find(reason);
        if (of.isEmpty()) {
            err.println("redflag: '" + reason + "' is no reason that drafts are checked for; those are "
                    + String.join(", ", Reason.words()));
            return 2;
        }
        Letter letter;
        try {
            letter = LetterFile.read(draft);
        } catch (UnreadableLetter e) {
            err.println("redflag: " + e.getMessage());
            return 2;
        }
        Optional<Path> file = job == null ? JobFiles.usual() : Optional.of(job);
        Optional<JobDefinition> definition = Optional.empty();
        if (file.isPresent()) {
            Problems problems = new Problems();
            definition = JobFile.read(file.get(), problems);
            if (definition.isEmpty()) {
                problems.list().forEach(err::println);
                return 2;
            }
            if (definition.get().stores().stream().noneMatch(s -> s.id().value().equals(store))) {
                err.println("redflag: the job " + file.get() + " has no store " + store);
                return 2;
            }
        }
        Optional<StoreId> id = id();
        if (id.isEmpty()) {
            err.println("redflag: '" + store + "' is no store");
            return 2;
        }
        return check(letter, id.get(), of.get(), definition);
    }

    private int check(Letter letter, StoreId id, Reason of, Optional<JobDefinition> definition) throws IOException {
        Path reports = definition.map(JobDefinition::reports).orElse(Path.of("reports"));
        Shelf shelf = new Shelf(reports, new Submissions(Submissions.folders(definition.map(JobDefinition::file))));
        Checked checked = Checked.of(
                draft.toString(),
                id,
                of,
                letter,
                shelf.backgroundOf(id, of, draft, letter, Optional.ofNullable(asOf)),
                reports);
        if (definition.isEmpty()) {
            checked = checked.withoutJob();
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CheckJson.of(checked));
        } else {
            new CheckText(out).print(checked);
        }
        out.flush();
        return checked.code();
    }

    private Optional<StoreId> id() {
        try {
            return Optional.of(new StoreId(store));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
