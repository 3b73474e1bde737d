package redflag.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import redflag.history.NightEnd;
import redflag.history.NightLog;
import redflag.history.NightRecord;
import redflag.history.OutboxEntry;
import redflag.metrics.Freshness;
import redflag.signals.NightFigures;

/** Figures of a night that was run by somebody else, or before. */
public final class PastFigures {

    private PastFigures() {}

    /** Those of the job's newest whole night that has an end; what the history does not keep is missing. */
    public static Optional<NightFigures> of(NightLog log, String job) {
        return log.newestWithEnd(job).flatMap(night -> night.end().map(end -> figures(night, end, log)));
    }

    private static Map<String, Long> mails(List<OutboxEntry> messages) {
        return messages.stream()
                .collect(Collectors.groupingBy(message -> message.state().figure(), Collectors.counting()));
    }

    private static OptionalLong stale(NightEnd end) {
        return NightInBrief.fromJson(end.inBrief())
                .map(brief -> OptionalLong.of(brief.old().stream()
                        .filter(export -> export.level() == Freshness.Level.STALE)
                        .count()))
                .orElse(OptionalLong.empty());
    }

    private static NightFigures figures(NightRecord night, NightEnd end, NightLog log) {
        String job = night.key().job();
        return new NightFigures(
                job,
                night.key().asOf(),
                end.exitCode(),
                end.finishedAt(),
                log.lastSuccess(job),
                Optional.of(new NightFigures.Counts(
                        Duration.between(night.startedAt(), end.finishedAt()),
                        end.reported(),
                        end.failed(),
                        end.rows() - end.rejected(),
                        end.rejected(),
                        mails(log.newestMessages(job, night.key().asOf())),
                        stale(end))));
    }
}
