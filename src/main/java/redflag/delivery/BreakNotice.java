package redflag.delivery;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.smtp.Handover;
import redflag.words.Messages;

/** That a night was not brought to its end, or that a job file is broken, for the operators. It goes past the outbox, which may be out of reach. */
public final class BreakNotice {

    /** What there is to tell. */
    public enum Broken {
        NIGHT("night"),
        JOB_FILE("job-file");

        private final String key;

        Broken(String key) {
            this.key = key;
        }
    }

    private final MailSettings settings;
    private final String job;
    private final LocalDate asOf;
    private final Instant now;
    private final Path reports;

    public BreakNotice(MailSettings settings, String job, LocalDate asOf, Instant now, Path reports) {
        this.settings = settings;
        this.job = job;
        this.asOf = asOf;
        this.now = now;
        this.reports = reports;
    }

    /**
     * Offers each operator one message, once.
     *
     * @return what could not be handed over, and why; missing if all is well
     * @throws IOException if a message can't be written
     */
    public Optional<String> send(Broken what, String why) throws IOException {
        Postbox postbox = Postbox.of(settings, reports.resolve(asOf.toString()));
        StringBuilder left = new StringBuilder();
        for (String address : settings.operators()) {
            Message message = message(address, what, why);
            String key = Addresses.key(address);
            String id = Mime.id(settings, job, asOf.toString(), key, message.content(), now.toString());
            Handover handover =
                    postbox.put(Mime.of(message, settings, id, now, job), address, key + "-" + what.key + "-broken");
            if (!(handover instanceof Handover.Accepted)) {
                left.append(left.isEmpty() ? "" : "; ")
                        .append(address)
                        .append(": ")
                        .append(handover);
            }
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(left.toString());
    }

    private Message message(String address, Broken what, String why) throws IOException {
        RecipientRule rule = settings.ruleOf(address);
        Messages messages = Messages.forLanguage(rule.language().orElse("en"));
        Recipient recipient =
                new Recipient(address, Set.of(Recipient.Role.OPERATOR), List.of(), List.of(), rule, messages);
        String subject =
                messages.text("mail.subject.broken." + what.key, Map.of("job", job, "day", messages.shortDay(asOf)));
        Map<String, Object> facts = new HashMap<>(BodyFacts.nothing(messages));
        facts.put("title", subject);
        if (what == Broken.NIGHT) {
            facts.put("night", messages.text("mail.night", Map.of("asOf", asOf)));
        }
        facts.put("troubles", List.of(messages.text("mail.broken." + what.key, Map.of("why", why))));
        facts.put("footer", messages.text("mail.footer", Map.of("job", job)));
        return new Message(
                recipient,
                subject,
                settings.templates().text(facts),
                settings.templates().html(facts),
                Enclosures.none());
    }
}
