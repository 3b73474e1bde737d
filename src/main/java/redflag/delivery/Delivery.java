package redflag.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import redflag.history.Outbox;

/**
 * Brings the messages of a night to their recipients, one each. What a server has taken is never sent again unless there
 * is something else to tell or somebody asks for it; what may have been taken goes out again under the same Message-ID, by
 * which mail programs know it for the same message; what a server refuses is offered again only by a further run.
 */
public final class Delivery {

    private final MailSettings settings;
    private final Outbox outbox;
    private final Clock clock;
    private final Watch watch;

    public Delivery(MailSettings settings, Outbox outbox, Clock clock, Watch watch) {
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
        this.watch = watch;
    }

    /** Who may stop a delivery, and looks on. */
    public interface Watch {

        /** Called before each message and while waiting; throws where the night is being stopped. */
        void check();

        /** A message is recorded as on its way, and is handed over next. */
        void handingOver();

        /** A message has been handed over, and that is not recorded yet. */
        void handedOver();

        /** Waits until servers may have come round, or a check throws. */
        void pause(Duration time);
    }

    /**
     * What is asked for.
     *
     * @param again every message goes out, also what has been taken, and what is usually held back
     * @param failed messages that have not been taken go out, and none that has been, whatever there is to tell
     * @param to only these addresses; empty for all
     */
    public record Request(boolean again, boolean failed, Set<String> to) {

        public static final Request NIGHTLY = new Request(false, false, Set.of());

        public Request {
            to = to.stream().map(Addresses::key).collect(Collectors.toUnmodifiableSet());
        }

        boolean isFor(Recipient recipient) {
            return to.isEmpty() || to.contains(Addresses.key(recipient.address()));
        }
    }

    /** Delivers the messages of a night. @param attempt of the night, for the record */
    public List<Delivered> deliver(News news, int attempt, Request request) {
        Postbox postbox = Postbox.of(
                settings, news.reports().resolve(news.portfolio().asOf().toString()));
        return new Dispatch(news, attempt, request, settings, outbox, postbox, clock, watch).deliver();
    }
}
