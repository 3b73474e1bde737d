package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redflag.basics.AccountId;
import redflag.basics.Marketplaces;
import redflag.intake.StoresFile;
import redflag.job.Failures;
import redflag.settings.Problems;
import redflag.setup.Doctor;
import redflag.setup.Installation;

/** {@code init DIR}: the folder of an agency that begins. */
@Command(
        name = "init",
        description = {
            "Makes the folder of an agency: a job file, a stores file, a folder for the downloads of each account, empty"
                    + " tables that are kept by hand, and a page on what to do with it, in English and Chinese.",
            "Overwrites nothing: call it again when the stores file has new accounts. Then it checks the folder as `doctor`"
                    + " does."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:made, whatever is still to be filled in", "2:wrong arguments, or the folder can't be written"
        },
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "The folder; it is made where it is missing.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--accounts",
            paramLabel = "ACCOUNT",
            split = ",",
            description = "These accounts, with commas between: the stores file gets a row each, with "
                    + "FILL-IN where something is to be filled in.")
    private List<String> accounts = List.of();

    @Option(
            names = "--stores",
            paramLabel = "FILE.csv",
            description = "A stores file that you have: it is checked and copied.")
    private @Nullable Path stores;

    InitCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!areSound(err)) {
            return 2;
        }
        Installation.Made made;
        try {
            made = Installation.make(
                    folder, accounts.stream().distinct().map(AccountId::new).toList(), Optional.ofNullable(stores));
        } catch (FileSystemException e) {
            err.println("redflag: can't write to " + folder + ": " + Failures.why(e));
            return 2;
        }
        made.made().forEach(path -> out.println("Made " + path));
        made.left().forEach(path -> out.println("There already, left as it is: " + path));
        out.println();
        new Diagnosis(new Doctor(clock).examine(List.of(made.job()))).print(out, "");
        out.println();
        out.println("What to do next: " + folder.resolve("QUICKSTART.md") + "; exit 0");
        out.flush();
        return 0;
    }

    private boolean areSound(PrintWriter err) {
        if (!accounts.isEmpty() && stores != null) {
            err.println("redflag: the stores file names the accounts; leave out --accounts");
            return false;
        }
        for (String account : accounts) {
            if (!AccountId.isValid(account)) {
                err.println(
                        "redflag: account '" + account + "' becomes a folder name: letters, digits, dots, dashes and"
                                + " underscores only, such as acme");
                return false;
            }
        }
        return stores == null || isSound(stores, err);
    }

    private static boolean isSound(Path stores, PrintWriter err) {
        if (!Files.isRegularFile(stores)) {
            err.println("redflag: there is no file " + stores);
            return false;
        }
        if (stores.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            err.println("redflag: " + stores + " is a workbook; save it as CSV (UTF-8)");
            return false;
        }
        Problems problems = new Problems();
        StoresFile.read(stores, Marketplaces.known(), problems);
        problems.list().forEach(err::println);
        if (!problems.isEmpty()) {
            err.println("redflag: " + Counted.of(problems.list().size(), "problem") + "; nothing was written; exit 2");
        }
        return problems.isEmpty();
    }
}
