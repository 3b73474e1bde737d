package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import redflag.basics.StoreId;
import redflag.job.Appeal;
import redflag.job.JobDefinition;
import redflag.job.NightRunner;
import redflag.notices.NoticeKind;
import redflag.packs.PackRequest;
import redflag.report.ReportWords;
import redflag.words.Messages;

/** {@code appeal --store S --reason R}: the pack for one reason, from the exports and desk files as they are now. */
@Command(
        name = "appeal",
        description = {
            "Makes the pack for an appeal: the letter, the papers to collect, and what the exports hold.",
            "With the letter come its reading copy, the letters beside it, what the exports hold of the listings and orders"
                    + " named, and what is to be confirmed. One for each open notice of the reason; without a notice one"
                    + " that asks for what the notice would say. No night is run and nothing is sent."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "1:could not be written", "2:wrong arguments or a broken job; nothing was written"
        },
        mixinStandardHelpOptions = true)
final class AppealCommand implements Callable<Integer> {

    private static final Messages MESSAGES = Messages.english();

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--store", paramLabel = "STORE", required = true, description = "The store that it is for.")
    private String store = "";

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            required = true,
            description = "What it is about, such as authenticity or late-shipment; a wrong word lists them all.")
    private String reason = "";

    @Option(
            names = "--notice",
            paramLabel = "NOTICE",
            description =
                    "The notice that is meant, as the notices file calls it. Default: every open one of the reason.")
    private @Nullable String notice;

    @Option(
            names = "--job",
            paramLabel = "JOB.yaml",
            description = "Default: jobs/nightly.yaml, or the only job in jobs/.")
    private @Nullable Path job;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            converter = DayArgument.class,
            description = "The day to look from, such as 2026-11-22, in place of the job's rule.")
    private @Nullable LocalDate asOf;

    AppealCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        Optional<NoticeKind> kind = NoticeKind.find(reason);
        if (kind.isEmpty()) {
            err.println("redflag: '" + reason + "' is no reason that packs are made for; those are "
                    + Arrays.stream(NoticeKind.values()).map(NoticeKind::word).collect(Collectors.joining(", ")));
            return 2;
        }
        Optional<JobDefinition> definition = JobFiles.named(job, err);
        if (definition.isEmpty()) {
            return 2;
        }
        List<String> unknown = NightRunner.unknownStores(definition.get(), Set.of(store));
        if (!unknown.isEmpty()) {
            err.println("redflag: the job " + definition.get().file() + " has no store " + store);
            return 2;
        }
        Appeal.Answer answer = new Appeal(definition.get(), clock.instant())
                .make(
                        new StoreId(store),
                        PackRequest.of(kind.get(), Optional.ofNullable(notice)),
                        Optional.ofNullable(asOf));
        return say(answer, err);
    }

    private int say(Appeal.Answer answer, PrintWriter err) {
        if (answer instanceof Appeal.Answer.NoSuchNotice none) {
            err.println("redflag: " + store + " has no notice '" + notice + "' on file; "
                    + (none.known().isEmpty() ? "it has none" : "it has " + String.join(", ", none.known())));
            return 2;
        }
        if (answer instanceof Appeal.Answer.OfAnotherReason other) {
            err.println("redflag: the notice '" + notice + "' is about " + other.reason() + ", not " + reason);
            return 2;
        }
        Appeal.Answer.Written written = (Appeal.Answer.Written) answer;
        PrintWriter out = spec.commandLine().getOut();
        written.packs().forEach(pack -> print(out, pack));
        if (!written.hasReport()) {
            out.println(MESSAGES.text("console.appeal.no-night", Map.of("store", store)));
        }
        out.flush();
        return 0;
    }

    private static void print(PrintWriter out, Appeal.WrittenPack written) {
        ReportWords words = new ReportWords(MESSAGES);
        String about = written.pack()
                .notice()
                .map(of -> of.row().id())
                .orElseGet(() -> MESSAGES.text("console.appeal.no-notice"));
        out.println(MESSAGES.text(
                "console.appeal.pack",
                Map.of(
                        "notice",
                        Block.visible(about),
                        "files",
                        (long) written.files().size(),
                        "folder",
                        written.folder().toString(),
                        "open",
                        (long) written.pack()
                                .english()
                                .plan()
                                .map(plan -> plan.toConfirm())
                                .orElse(0))));
        Block block = new Block(out, 4);
        written.pack().remarks().forEach(remark -> block.line("", words.remark(remark)));
    }
}
