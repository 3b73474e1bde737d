package redflag.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import redflag.history.NightEnd;
import redflag.history.NightRecord;
import redflag.job.JobDefinition;

/** The nights of a job on a terminal: a row a night. */
final class HistoryText {

    private static final String ROW = "%-10s  %7s  %-16s  %-12s  %8s  %11s  %10s  %s";

    private HistoryText() {}

    static String nights(JobDefinition job, List<NightRecord> nights) {
        if (nights.isEmpty()) {
            return "No night of job " + job.name() + " yet";
        }
        ZoneId zone = job.asOf().zone();
        List<String> lines = new ArrayList<>();
        lines.add("Nights of job " + job.name() + ", times in " + zone);
        lines.add(row("AS OF", "ATTEMPT", "STARTED", "TOOK", "ACCOUNTS", "ROWS", "REJECTED", "OUTCOME"));
        for (NightRecord night : nights) {
            Optional<NightEnd> end = night.end();
            lines.add(row(
                    night.key().asOf().toString(),
                    String.valueOf(night.key().attempt()),
                    Times.at(night.startedAt(), zone),
                    end.map(e -> Times.took(Duration.between(night.startedAt(), e.finishedAt())))
                            .orElse("-"),
                    end.map(e -> e.reported() + " of " + (e.reported() + e.failed()))
                            .orElse(night.accountsDone() + " done"),
                    end.map(e -> number(e.rows())).orElse("-"),
                    end.map(e -> number(e.rejected())).orElse("-"),
                    outcome(night)));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String outcome(NightRecord night) {
        String came = night.end()
                .map(end -> "exit " + end.exitCode())
                .orElse(night.endIsKept() ? "not finished" : "not kept by that version");
        return night.key().isWhole() ? came : came + ", only " + night.key().scope();
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, ROW, (Object[]) cells);
    }
}
