package redflag.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redflag.setup.Doctor;

/** {@code doctor [JOB.yaml …]}: whether the installation is sound. */
@Command(
        name = "doctor",
        description = {
            "Checks whether the installation is sound: Java, the clock, job files, stores, exports, folders, the database,"
                    + " free space. A line a check: ok, warn or FAIL, with how to mend it.",
            "Starts no night and brings no table up to date; puts a file into the folders of reports and data to try them,"
                    + " and takes it away again."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no FAIL; there may be warnings", "1:a FAIL", "2:wrong arguments: no such job file"},
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "JOB.yaml", arity = "0..*", description = "Job files. Default: jobs/*.yaml")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Prints one JSON document: a list with an object a finding.")
    private boolean json;

    DoctorCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        List<Path> asked =
                files.isEmpty() ? JobFiles.all() : files.stream().distinct().toList();
        if (asked.isEmpty()) {
            err.println(JobFiles.NONE);
            return 2;
        }
        for (Path file : asked) {
            if (!Files.exists(file)) {
                err.println("redflag: there is no file " + file);
                return 2;
            }
        }
        Diagnosis diagnosis = new Diagnosis(new Doctor(clock).examine(asked));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(diagnosis.toJson());
        } else {
            diagnosis.print(out, "; exit " + diagnosis.code());
        }
        out.flush();
        return diagnosis.code();
    }
}
