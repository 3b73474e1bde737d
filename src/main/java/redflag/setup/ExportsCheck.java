package redflag.setup;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import redflag.intake.Inbox;
import redflag.intake.InboxFile;
import redflag.intake.Quarantine;
import redflag.job.Failures;
import redflag.job.JobDefinition;
import redflag.report.ReportWords;
import redflag.words.Messages;

/** The exports folder: what a night would find in it. */
final class ExportsCheck implements Check {

    private static final String UNREADABLE = "quarantine.unreadable";

    /** Clocks of file servers differ a little. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final JobDefinition job;
    private final ExportsFolder exports;
    private final Clock clock;
    private final ReportWords words = new ReportWords(Messages.english());

    ExportsCheck(JobDefinition job, ExportsFolder exports, Clock clock) {
        this.job = job;
        this.exports = exports;
        this.clock = clock;
    }

    @Override
    public List<Sign> look() throws IOException {
        Inbox inbox;
        try {
            inbox = exports.inbox();
        } catch (IOException e) {
            return List.of(Sign.fail(
                    "the exports can't be read: " + Failures.why(e),
                    "give the user who runs Redflag the right to read " + job.exports()));
        }
        List<InboxFile> files = exports.files();
        long bytes = files.stream().mapToLong(InboxFile::bytes).sum();
        List<Sign> signs = new ArrayList<>();
        if (!files.isEmpty()) {
            signs.add(Sign.ok("exports: " + Said.count(files.size(), "file") + " to read, " + Said.size(bytes)));
        }
        accountsWithoutFiles(inbox).ifPresent(signs::add);
        signs.addAll(unusable(inbox));
        signs.addAll(ofTomorrow(files));
        return signs;
    }

    private Optional<Sign> accountsWithoutFiles(Inbox inbox) {
        List<String> without = new ArrayList<>();
        inbox.files().forEach((account, files) -> {
            if (files.stream().allMatch(file -> DeskTemplate.isKind(file.kind()))) {
                without.add(account.value());
            }
        });
        boolean shared = inbox.shared().stream().anyMatch(file -> !DeskTemplate.isKind(file.kind()));
        return without.isEmpty() || shared
                ? Optional.empty()
                : Optional.of(Sign.warn(
                        "no download yet of " + (without.size() == 1 ? "account " : "accounts ") + Said.some(without),
                        "put the downloads into " + job.exports().resolve(folderOf(without))));
    }

    private static String folderOf(List<String> accounts) {
        return accounts.size() == 1 ? accounts.get(0) : "ACCOUNT";
    }

    private List<Sign> unusable(Inbox inbox) {
        List<String> closed = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Quarantine file : inbox.quarantined()) {
            if (job.expectedBroken().contains(file.path())) {
                continue;
            }
            if (file.why().key().equals(UNREADABLE)) {
                closed.add(file.path());
            } else {
                others.add(file.path() + " (" + words.remark(file.why()) + ")");
            }
        }
        List<Sign> signs = new ArrayList<>();
        if (!closed.isEmpty()) {
            signs.add(Sign.fail(
                    "no right to read of the exports: " + Said.some(closed),
                    "give the user who runs Redflag the right to read them"));
        }
        if (!others.isEmpty()) {
            signs.add(Sign.warn(
                    "a night would not use " + Said.count(others.size(), "file") + ": " + Said.some(others),
                    "see what `inspect --job " + job.file() + "` says of them"));
        }
        return signs;
    }

    private List<Sign> ofTomorrow(List<InboxFile> files) {
        Instant latest = clock.instant().plus(AHEAD);
        List<String> ahead = files.stream()
                .filter(file -> file.writtenAt().filter(latest::isBefore).isPresent())
                .map(file ->
                        file.path() + " of " + file.writtenAt().map(Said::at).orElse(""))
                .toList();
        return ahead.isEmpty()
                ? List.of()
                : List.of(Sign.warn(
                        "exports of a time to come: " + Said.some(ahead),
                        "set the clocks of the machines that write them; touch the files"));
    }
}
