package redflag.delivery;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import redflag.history.MailState;
import redflag.history.Outbox;
import redflag.history.OutboxEntry;
import redflag.smtp.Handover;

/** One night's messages on their way. */
final class Dispatch {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int LONGER = 3;
    /** A reply to the whole server's refusal, such as of a login; what else goes wrong begins with the server's name. */
    private static final Pattern FOR_GOOD = Pattern.compile("5[0-9]{2}[ -].*");

    private final News news;
    private final String job;
    private final LocalDate asOf;
    private final int attempt;
    private final Delivery.Request request;
    private final MailSettings settings;
    private final Outbox outbox;
    private final Postbox postbox;
    private final Clock clock;
    private final Delivery.Watch watch;
    private final Composer composer;
    private final List<Delivered> results = new ArrayList<>();

    Dispatch(
            News news,
            int attempt,
            Delivery.Request request,
            MailSettings settings,
            Outbox outbox,
            Postbox postbox,
            Clock clock,
            Delivery.Watch watch) {
        this.news = news;
        this.job = news.portfolio().job();
        this.asOf = news.portfolio().asOf();
        this.attempt = attempt;
        this.request = request;
        this.settings = settings;
        this.outbox = outbox;
        this.postbox = postbox;
        this.clock = clock;
        this.watch = watch;
        this.composer = new Composer(news, settings);
    }

    /**
     * A message that is to go out.
     *
     * @param corrected whether the recipient may have one that says otherwise
     */
    private record Pending(Recipient recipient, OutboxEntry entry, boolean corrected) {
        Pending with(OutboxEntry other) {
            return new Pending(recipient, other, corrected);
        }
    }

    /**
     * What came of a try.
     *
     * @param mayImprove whether another one in this run may do better
     * @param down why no other message need be tried now
     */
    private record Tried(OutboxEntry entry, boolean mayImprove, Optional<String> down) {}

    /** @return what came of each recipient's message */
    List<Delivered> deliver() {
        List<OutboxEntry> known = outbox.of(job, asOf);
        List<Pending> pending = new ArrayList<>();
        for (Routing.Route route : Routing.of(news, settings)) {
            if (request.isFor(route.recipient())) {
                watch.check();
                plan(route, known).ifPresent(pending::add);
            }
        }
        Duration pause = FIRST_PAUSE;
        for (int tries = 1; !pending.isEmpty(); tries++) {
            pending = offer(pending, tries == settings.tries());
            if (!pending.isEmpty()) {
                watch.pause(pause);
                pause = pause.multipliedBy(LONGER).compareTo(LONGEST_PAUSE) < 0
                        ? pause.multipliedBy(LONGER)
                        : LONGEST_PAUSE;
            }
        }
        return results;
    }

    /** Decides whether there is a message to send; that it is to be sent is kept before anything is. */
    private Optional<Pending> plan(Routing.Route route, List<OutboxEntry> known) {
        Recipient recipient = route.recipient();
        String address = recipient.address();
        List<OutboxEntry> earlier = known.stream()
                .filter(entry -> Addresses.key(entry.recipient()).equals(Addresses.key(address)))
                .toList();
        Optional<OutboxEntry> newest = last(earlier);
        if (route.withheld().isPresent() && earlier.isEmpty() && !request.again()) {
            return withheld(route);
        }
        if (isTaken(newest) && request.failed()) {
            return settled(newest.orElseThrow());
        }
        String content;
        try {
            content = composer.message(recipient, false).content();
        } catch (IOException | RuntimeException e) {
            results.add(new Delivered(address, Optional.of(MailState.INTENDED), why(e), false));
            return Optional.empty();
        }
        Optional<OutboxEntry> had = last(
                earlier.stream().filter(entry -> entry.state().mayBeDelivered()).toList());
        boolean isOtherwise =
                had.filter(entry -> !entry.content().equals(content)).isPresent();
        if (isTaken(had) && !isOtherwise && !request.again()) {
            newest.filter(entry -> entry.number() > had.orElseThrow().number()).ifPresent(this::withdraw);
            return settled(had.orElseThrow());
        }
        if (route.withheld().isPresent() && had.isEmpty() && !request.again()) {
            newest.ifPresent(this::withdraw);
            return withheld(route);
        }
        OutboxEntry entry = newest.filter(of -> of.content().equals(content) && !isTaken(newest))
                .map(Dispatch::takenUp)
                .orElseGet(() -> further(address, content, newest));
        outbox.keep(job, asOf, entry, clock.instant());
        boolean corrected = earlier.stream()
                .anyMatch(other ->
                        other.state().mayBeDelivered() && !other.content().equals(content));
        return Optional.of(new Pending(recipient, entry, corrected));
    }

    private static Optional<OutboxEntry> last(List<OutboxEntry> entries) {
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
    }

    private static boolean isTaken(Optional<OutboxEntry> entry) {
        return entry.filter(of -> of.state() == MailState.HANDED_OVER).isPresent();
    }

    private Optional<Pending> withheld(Routing.Route route) {
        results.add(new Delivered(
                route.recipient().address(),
                Optional.empty(),
                route.withheld().orElseThrow().name(),
                false));
        return Optional.empty();
    }

    /** There is nothing to tell any more. */
    private void withdraw(OutboxEntry entry) {
        outbox.keep(job, asOf, entry.with(MailState.WITHDRAWN, entry.tries(), entry.reply()), clock.instant());
    }

    private Optional<Pending> settled(OutboxEntry entry) {
        results.add(new Delivered(entry.recipient(), Optional.of(entry.state()), entry.reply(), false));
        return Optional.empty();
    }

    /** A message that an earlier run has not brought to its end. */
    private static OutboxEntry takenUp(OutboxEntry entry) {
        return entry.state() == MailState.SENDING
                ? entry.with(MailState.UNKNOWN, entry.tries(), "the program ended while it was handed over")
                : entry;
    }

    /** A message beside what the recipient may have, or in place of one that was never taken. */
    private OutboxEntry further(String address, String content, Optional<OutboxEntry> newest) {
        int number = newest.map(entry -> entry.state().mayBeDelivered() ? entry.number() + 1 : entry.number())
                .orElse(1);
        return new OutboxEntry(
                address,
                number,
                attempt,
                messageId(address, content, number),
                content,
                MailState.INTENDED,
                0,
                "",
                clock.instant());
    }

    private String messageId(String address, String content, int number) {
        return Mime.id(settings, job, asOf.toString(), Addresses.key(address), content, String.valueOf(number));
    }

    /** Of a message among those of the night. */
    private static String nameOf(OutboxEntry entry) {
        return Addresses.key(entry.recipient()) + (entry.number() == 1 ? "" : "-" + entry.number());
    }

    /** @return those that are worth another try in this run */
    private List<Pending> offer(List<Pending> pending, boolean isLast) {
        List<Pending> again = new ArrayList<>();
        Optional<String> down = Optional.empty();
        boolean mayComeRound = true;
        for (Pending one : pending) {
            watch.check();
            OutboxEntry entry = one.entry();
            Tried tried = down.isPresent()
                    ? new Tried(entry.with(entry.state(), entry.tries(), down.get()), mayComeRound, down)
                    : hand(one);
            mayComeRound = tried.mayImprove();
            down = tried.down();
            outbox.keep(job, asOf, tried.entry(), clock.instant());
            if (tried.mayImprove() && !isLast) {
                again.add(one.with(tried.entry()));
            } else {
                MailState state = tried.entry().state();
                results.add(new Delivered(
                        entry.recipient(), Optional.of(state), tried.entry().reply(), state == MailState.HANDED_OVER));
            }
        }
        return again;
    }

    private Tried hand(Pending one) {
        OutboxEntry entry = one.entry();
        int tries = entry.tries() + 1;
        Handover handover;
        try {
            Message message = composer.message(one.recipient(), one.corrected());
            var mime = Mime.of(message, settings, entry.messageId(), entry.createdAt(), job);
            outbox.keep(job, asOf, entry.with(MailState.SENDING, tries, entry.reply()), clock.instant());
            watch.handingOver();
            handover = postbox.put(mime, entry.recipient(), nameOf(entry));
        } catch (IOException | IllegalArgumentException e) {
            // nothing has left: the message can't be written, or not to this address
            return new Tried(entry.with(entry.state(), tries, why(e)), false, Optional.empty());
        }
        boolean isInDoubt = entry.state() == MailState.UNKNOWN;
        if (handover instanceof Handover.Accepted accepted) {
            watch.handedOver();
            String reply = isInDoubt
                    ? accepted.reply() + " (an earlier try may have arrived too: " + entry.reply() + ")"
                    : accepted.reply();
            return new Tried(entry.with(MailState.HANDED_OVER, tries, reply), false, Optional.empty());
        }
        if (handover instanceof Handover.Refused refused) {
            OutboxEntry after = isInDoubt
                    ? entry.with(
                            MailState.UNKNOWN,
                            tries,
                            refused.reply() + " (an earlier try may have arrived: " + entry.reply() + ")")
                    : entry.with(MailState.REFUSED, tries, refused.reply());
            return new Tried(after, false, Optional.empty());
        }
        if (handover instanceof Handover.Unknown unknown) {
            return new Tried(entry.with(MailState.UNKNOWN, tries, unknown.why()), false, Optional.empty());
        }
        if (handover instanceof Handover.NotNow later) {
            MailState state = isInDoubt ? MailState.UNKNOWN : MailState.INTENDED;
            // a login that is refused is refused again, and too many of them lock it
            boolean isLogin =
                    later.wholeServer() && FOR_GOOD.matcher(later.why()).matches();
            Optional<String> down = later.wholeServer() ? Optional.of(later.why()) : Optional.empty();
            return new Tried(entry.with(state, tries, later.why()), !isLogin, down);
        }
        throw new IllegalStateException("no words for " + handover);
    }

    private static String why(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
