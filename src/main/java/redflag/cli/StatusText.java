package redflag.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redflag.history.MailState;
import redflag.history.NightRecord;
import redflag.history.OutboxEntry;
import redflag.job.JobDefinition;
import redflag.job.NightInBrief;
import redflag.report.ReportWords;
import redflag.words.Messages;

/** How jobs stand, on a terminal: a block a job. */
final class StatusText {

    /** So many of a kind are told one by one; {@code --json} has all. */
    private static final int MOST = 15;

    private final PrintWriter out;
    private final Block block;
    private final Instant now;
    private final ReportWords words = new ReportWords(Messages.english());

    StatusText(PrintWriter out, Instant now) {
        this.out = out;
        this.block = new Block(out);
        this.now = now;
    }

    void print(JobStatus status) {
        out.println(Block.visible(status.job()
                .map(job -> job.name() + " (" + status.file() + ")")
                .orElse(status.file().toString())));
        status.problems().forEach(problem -> block.line(status.job().isEmpty() ? "Broken" : "Not known", problem));
        status.job().ifPresent(job -> status.looks().ifPresent(looks -> nights(looks, job)));
        status.missed().ifPresent(due -> block.line("Missed", at(due) + ": its night was not run"));
        status.job().ifPresent(job -> block.line("Next start", next(status.next(), job)));
        out.println();
    }

    private void nights(JobStatus.Looks looks, JobDefinition job) {
        ZoneId zone = job.asOf().zone();
        if (looks.newest().isEmpty()) {
            block.line("Last night", "none yet");
            return;
        }
        block.line("Last night", night(looks.newest().get(), zone));
        if (looks.newest().get().end().isEmpty()) {
            looks.ended().ifPresent(night -> block.line("Before it", night(night, zone)));
        }
        looks.ended()
                .flatMap(NightRecord::end)
                .flatMap(end -> NightInBrief.fromJson(end.inBrief()))
                .ifPresent(this::brief);
        mail(looks.messages(), job);
    }

    private void mail(List<OutboxEntry> messages, JobDefinition job) {
        if (messages.isEmpty()) {
            return;
        }
        Map<MailState, Long> states = messages.stream()
                .collect(Collectors.groupingBy(OutboxEntry::state, TreeMap::new, Collectors.counting()));
        block.line(
                "Mail",
                states.entrySet().stream()
                        .map(state -> state.getValue() + " " + state.getKey().words())
                        .collect(Collectors.joining(", ")));
        List<OutboxEntry> left = messages.stream()
                .filter(message -> !message.state().isSettled())
                .toList();
        lines(
                "",
                left.stream()
                        .map(message ->
                                message.recipient() + " (" + message.state().words() + ")"
                                        + (message.reply().isEmpty() ? "" : ": " + message.reply()))
                        .toList());
        if (!left.isEmpty()) {
            block.line("", "resend --failed --job " + job.file() + " sends what is left");
        }
    }

    private static String night(NightRecord night, ZoneId zone) {
        return night.key().asOf() + ", attempt " + night.key().attempt() + ": started "
                + Times.at(night.startedAt(), zone) + " " + zone + ", "
                + night.end()
                        .map(end -> "took " + Times.took(Duration.between(night.startedAt(), end.finishedAt()))
                                + "; exit " + end.exitCode())
                        .orElse(
                                night.endIsKept()
                                        ? "not finished, " + Counted.of(night.accountsDone(), "account")
                                                + " done: it is at work, or was ended from outside and the same run goes on with it"
                                        : "of an earlier version, which kept no end; "
                                                + Counted.of(night.accountsDone(), "account") + " done");
    }

    private void brief(NightInBrief night) {
        long all =
                night.stores().values().stream().mapToLong(Integer::longValue).sum();
        List<String> levels = new ArrayList<>();
        night.stores()
                .forEach((level, count) ->
                        levels.add(count + " " + words.risk(level).toLowerCase(Locale.ROOT)));
        block.line("Stores", all + (levels.isEmpty() ? "" : ": " + String.join(", ", levels)));
        List<String> failed = new ArrayList<>();
        night.failed().forEach((account, why) -> failed.add(account + ": " + why));
        lines("Failed", failed);
        lines(
                "Quarantined",
                night.quarantined().stream()
                        .map(file -> file.file() + ": " + file.why())
                        .toList());
        Map<String, List<String>> old = new LinkedHashMap<>();
        for (NightInBrief.Old export : night.old()) {
            old.computeIfAbsent(export.store(), store -> new ArrayList<>())
                    .add(export.export() + " of " + export.newest() + " ("
                            + export.level().name().toLowerCase(Locale.ROOT) + ")");
        }
        List<String> stores = new ArrayList<>();
        old.forEach((store, exports) -> stores.add(store + ": " + String.join(", ", exports)));
        lines("Old exports", stores);
    }

    private void lines(String label, List<String> lines) {
        for (int i = 0; i < Math.min(lines.size(), MOST); i++) {
            block.line(i == 0 ? label : " ".repeat(label.length()), lines.get(i));
        }
        if (lines.size() > MOST) {
            block.line(" ".repeat(label.length()), "and " + (lines.size() - MOST) + " more, which --json has");
        }
    }

    private String next(Optional<ZonedDateTime> next, JobDefinition job) {
        if (job.schedule().isEmpty()) {
            return "the job has no schedule";
        }
        return next.map(start -> at(start) + ", in " + Times.took(Duration.between(now, start.toInstant())))
                .orElse("never again by \"" + job.schedule().get() + "\"");
    }

    private static String at(ZonedDateTime moment) {
        return Times.at(moment.toInstant(), moment.getZone()) + " " + moment.getZone();
    }
}
