package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redflag.basics.AccountId;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.intake.Inspector;
import redflag.intake.Intake;
import redflag.intake.KindFile;
import redflag.job.JobDefinition;
import redflag.job.JobFile;
import redflag.settings.Problems;

/** {@code inspect FILE…}: which export each file is, and what a night would make of it. Nothing is written. */
@Command(
        name = "inspect",
        description = {
            "Tells which export each file is and what a night would make of it.",
            "Its layout, its rows and which are rejected, which columns are read and which metrics it measures.",
            "Of an unknown table: the nearest kinds and what it lacks. Writes nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every file is recognised and has no rejected row",
            "1:a file is not recognised, is refused, or has rejected rows",
            "2:wrong arguments: no such file, an unknown marketplace, a broken job"
        },
        mixinStandardHelpOptions = true)
final class InspectCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, and folders with all that is in them.")
    private List<Path> files = List.of();

    @Option(
            names = "--job",
            paramLabel = "JOB.yaml",
            description = "Reads them as this job does: its kinds, its marketplaces, its stores, its reading rules.")
    private @Nullable Path job;

    @Option(
            names = "--marketplace",
            paramLabel = "CODE",
            description = "Without a job: the marketplace, such as US, whose order of dates and charset are likely.")
    private @Nullable String marketplace;

    @Option(names = "--json", description = "Prints one JSON document: a list with an object a file.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Optional<Inspector> inspector = inspector();
        if (inspector.isEmpty() || !allThere()) {
            return 2;
        }
        PrintWriter out = spec.commandLine().getOut();
        InspectionText text = new InspectionText(out);
        InspectionJson document = new InspectionJson();
        int[] seenAndSound = new int[2];
        for (Path file : files) {
            inspector.get().inspect(file, inspection -> {
                seenAndSound[0]++;
                seenAndSound[1] += inspection.isSound() ? 1 : 0;
                if (json) {
                    document.add(inspection);
                } else {
                    text.print(inspection);
                }
            });
        }
        int code = seenAndSound[0] == seenAndSound[1] ? 0 : 1;
        if (json) {
            out.println(document.end());
        } else {
            text.total(seenAndSound[0], seenAndSound[1], code);
        }
        out.flush();
        return code;
    }

    private boolean allThere() {
        for (Path file : files) {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                spec.commandLine().getErr().println("redflag: there is no file or folder " + file);
                return false;
            }
        }
        return true;
    }

    /** Missing where the arguments are wrong, which is said. */
    private Optional<Inspector> inspector() {
        PrintWriter err = spec.commandLine().getErr();
        if (job != null && marketplace != null) {
            err.println("redflag: the job says which marketplaces there are; leave out --marketplace");
            return Optional.empty();
        }
        if (job != null) {
            Problems problems = new Problems();
            Optional<JobDefinition> definition = JobFile.read(job, problems);
            problems.list().forEach(err::println);
            return definition.map(
                    d -> new Inspector(new Intake(d.kinds()), Optional.of(d.exports()), d.stores(), d.reading()));
        }
        List<Store> stores = List.of();
        if (marketplace != null) {
            Optional<Marketplace> known = Marketplaces.known().find(marketplace);
            if (known.isEmpty()) {
                err.println("redflag: '" + marketplace + "' is no marketplace such as US");
                return Optional.empty();
            }
            stores = List.of(storeIn(known.get()));
        }
        return Optional.of(new Inspector(new Intake(KindFile.shipped()), Optional.empty(), stores, List.of()));
    }

    /** Nobody's: only its marketplace says something of a file. */
    private static Store storeIn(Marketplace marketplace) {
        String id = "any";
        return new Store(
                new StoreId(id),
                new AccountId(id),
                marketplace,
                id,
                Optional.empty(),
                marketplace.language(),
                "",
                List.of());
    }
}
