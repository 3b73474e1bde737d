package redflag.signals;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The figures of a job's newest whole night for whoever watches over it. All of them bear the label {@code redflag_job}:
 * Prometheus has a label {@code job} of its own.
 *
 * @param endedAt of this run, however it ended
 * @param lastSuccess when a night of the job last ended with exit code 0; missing where none has
 * @param counts missing of a night that broke
 */
public record NightFigures(
        String job,
        LocalDate asOf,
        int exitCode,
        Instant endedAt,
        Optional<Instant> lastSuccess,
        Optional<Counts> counts)
        implements MeterBinder {

    static final String LAST_SUCCESS = "redflag.night.last.success.timestamp";
    static final String JOB = "redflag_job";

    /**
     * What was counted.
     *
     * @param took from the first start of the night to its end
     * @param reported accounts
     * @param failed accounts
     * @param accepted rows, of files that several accounts share once
     * @param rejected rows
     * @param mails messages by what came of them, such as {@code handed_over}
     * @param staleExports exports whose metrics are grey for their age, each store's; missing of a night that another version kept
     */
    public record Counts(
            Duration took,
            long reported,
            long failed,
            long accepted,
            long rejected,
            Map<String, Long> mails,
            OptionalLong staleExports) {

        public Counts {
            mails = Collections.unmodifiableMap(new TreeMap<>(mails));
        }
    }

    public NightFigures withLastSuccess(Optional<Instant> last) {
        return new NightFigures(job, asOf, exitCode, endedAt, last, counts);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Registration to = new Registration(registry, Tags.of(JOB, job));
        lastSuccess.ifPresent(
                moment -> to.moment(LAST_SUCCESS, "When a night of the job last ended with exit code 0", moment));
        to.moment("redflag.night.last.end.timestamp", "When the newest night of the job ended, however", endedAt);
        to.moment(
                "redflag.night.as.of.timestamp",
                "The day that the newest night looks from, at 0:00 UTC",
                asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
        to.number("redflag.night.exit.code", "The exit code of the newest night", exitCode);
        counts.ifPresent(counted -> bind(counted, to));
    }

    private static void bind(Counts counts, Registration to) {
        to.seconds(
                "redflag.night.duration",
                "How long the newest night took, from its first start",
                counts.took().toMillis() / 1e3);
        String accounts = "Accounts of the newest night";
        to.number("redflag.night.accounts", accounts, counts.reported(), Tag.of("outcome", "reported"));
        to.number("redflag.night.accounts", accounts, counts.failed(), Tag.of("outcome", "failed"));
        String rows = "Rows that the newest night read";
        to.number("redflag.night.rows", rows, counts.accepted(), Tag.of("outcome", "accepted"));
        to.number("redflag.night.rows", rows, counts.rejected(), Tag.of("outcome", "rejected"));
        counts.mails()
                .forEach((state, messages) -> to.number(
                        "redflag.night.mails", "Messages of the newest night", messages, Tag.of("state", state)));
        counts.staleExports()
                .ifPresent(stale ->
                        to.number("redflag.night.stale.exports", "Exports that are too old to be measured", stale));
    }

    private record Registration(MeterRegistry registry, Tags tags) {

        void moment(String name, String help, Instant moment) {
            seconds(name, help, moment.getEpochSecond());
        }

        void seconds(String name, String help, double value) {
            register(Gauge.builder(name, () -> value).baseUnit("seconds"), help, Tags.empty());
        }

        void number(String name, String help, double value, Tag... further) {
            register(Gauge.builder(name, () -> value), help, Tags.of(further));
        }

        private void register(Gauge.Builder<?> gauge, String help, Tags further) {
            gauge.description(help)
                    .tags(tags.and(further))
                    .strongReference(true)
                    .register(registry);
        }
    }
}
