package redflag.delivery;

import com.samskivert.mustache.MustacheException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redflag.basics.Store;
import redflag.risk.RiskLevel;
import redflag.settings.Section;
import redflag.smtp.Secret;
import redflag.smtp.SmtpClient;
import redflag.smtp.SmtpServer;
import redflag.words.Messages;

/**
 * Reads {@code mail} of a job file. Keys: {@code transport} ({@code none}, {@code file}, {@code smtp}), {@code from},
 * {@code reply-to}, {@code server} (of {@code smtp}), {@code lead}, {@code operators}, {@code send} (the rule of everybody),
 * {@code recipients} (rules of some), {@code escalate}, {@code zip-above-mb}, {@code largest-message-mb}, {@code reports-at}.
 * Bodies of one's own lie in {@code mail/} beside the job file. No message repeats what could be a password.
 */
public final class MailSection {

    private static final long MEGABYTE = 1L << 20;
    private static final int ZIP_ABOVE_MB = 8;
    private static final int LARGEST_MB = 20;
    private static final int TIMEOUT_SECONDS = 30;
    private static final int TRIES = 3;
    private static final Map<SmtpServer.Security, Integer> PORTS = new EnumMap<>(
            Map.of(SmtpServer.Security.NONE, 25, SmtpServer.Security.STARTTLS, 587, SmtpServer.Security.TLS, 465));

    private enum Transport {
        NONE,
        FILE,
        SMTP
    }

    private enum Tell {
        EVERY_NIGHT,
        CHANGES
    }

    private enum Language {
        EN,
        ZH
    }

    private final Section mail;
    private final Path folder;
    private final UnaryOperator<@Nullable String> environment;
    private final List<Store> stores;

    private MailSection(Section mail, Path folder, UnaryOperator<@Nullable String> environment, List<Store> stores) {
        this.mail = mail;
        this.folder = folder;
        this.environment = environment;
        this.stores = List.copyOf(stores);
    }

    /**
     * What the section says; what is wrong is noted as a problem of its line.
     *
     * @param folder of the job file
     * @param environment gives the value of a variable, or null where it is not set
     * @return missing where no mail is to be sent
     */
    public static Optional<MailSettings> read(
            Section mail, Path folder, UnaryOperator<@Nullable String> environment, List<Store> stores) {
        return new MailSection(mail, folder, environment, stores).read();
    }

    private Optional<MailSettings> read() {
        Transport transport = mail.oneOf("transport", Transport.class).orElse(Transport.NONE);
        if (!mail.has("transport")) {
            mail.problem("transport", "'transport' is missing: none, file or smtp");
        }
        Optional<InternetAddress> from = mail.text("from").flatMap(text -> address("from", text));
        if (transport != Transport.NONE && !mail.has("from")) {
            mail.problem(
                    "from", "'from' is missing: whom the messages are from, such as Redflag <redflag@agency.example>");
        }
        Optional<InternetAddress> replyTo = mail.text("reply-to").flatMap(text -> address("reply-to", text));
        Optional<Section> smtp = mail.section("server");
        Optional<SmtpServer> server = smtp.flatMap(this::server);
        int tries = smtp.flatMap(of -> of.integer("tries", 1, 10)).orElse(TRIES);
        smtp.ifPresent(Section::rejectUnknownKeys);
        if (transport == Transport.SMTP && smtp.isEmpty()) {
            mail.problem("server", "'server' is missing: where the messages are handed over");
        }
        List<String> lead = addresses(mail, "lead");
        List<String> operators = addresses(mail, "operators");
        RecipientRule rule =
                mail.section("send").map(of -> rule(of, RecipientRule.DEFAULT)).orElse(RecipientRule.DEFAULT);
        Optional<MailSettings.Escalation> escalation = mail.section("escalate").flatMap(this::escalation);
        Map<String, RecipientRule> rules = rules(rule, lead, operators, escalation);
        long zipAbove = mail.integer("zip-above-mb", 1, 100).orElse(ZIP_ABOVE_MB) * MEGABYTE;
        long largest = mail.integer("largest-message-mb", 1, 100).orElse(LARGEST_MB) * MEGABYTE;
        Optional<String> reportsAt = mail.text("reports-at");
        Optional<MailTemplates> templates = templates();
        if (transport != Transport.NONE) {
            reachable();
        }
        mail.rejectUnknownKeys();
        if (transport == Transport.NONE || from.isEmpty() || templates.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MailSettings(
                from.get(),
                replyTo,
                transport == Transport.SMTP ? server : Optional.empty(),
                tries,
                lead,
                operators,
                rule,
                rules,
                escalation,
                zipAbove,
                largest,
                reportsAt,
                templates.get()));
    }

    /** Every store's people can be sent mail: the stores file is read without it, too, and is not so strict. */
    private void reachable() {
        for (Store store : stores) {
            Stream.concat(Stream.of(store.manager()), store.cc().stream())
                    .filter(address -> Addresses.parse(address).isEmpty())
                    .forEach(address -> mail.problem(
                            "transport", "no mail can be sent to '" + address + "' of store " + store.id()));
        }
    }

    private Optional<InternetAddress> address(String key, String text) {
        Optional<InternetAddress> address = Addresses.parse(text);
        if (address.isEmpty()) {
            mail.problem(key, "'" + key + ": " + text + "' is no e-mail address");
        }
        return address;
    }

    private static List<String> addresses(Section section, String key) {
        List<String> addresses = new ArrayList<>();
        for (String text : section.has(key) ? section.texts(key) : List.<String>of()) {
            Optional<InternetAddress> address = Addresses.parse(text);
            if (address.isEmpty()) {
                section.problem(key, "'" + text + "' under '" + key + "' is no e-mail address");
            } else if (addresses.stream()
                    .noneMatch(a ->
                            Addresses.key(a).equals(Addresses.key(address.get().getAddress())))) {
                addresses.add(address.get().getAddress());
            }
        }
        return addresses;
    }

    private Optional<SmtpServer> server(Section smtp) {
        String host = smtp.requiredText("host");
        SmtpServer.Security security =
                smtp.oneOf("security", SmtpServer.Security.class).orElse(SmtpServer.Security.STARTTLS);
        int port = smtp.integer("port", 1, 65535).orElse(PORTS.getOrDefault(security, 0));
        Optional<String> user = smtp.text("user");
        Optional<Secret> password = secret(smtp, "password");
        if (user.isPresent() != password.isPresent() && !smtp.has("password-env") && !smtp.has("password-file")) {
            smtp.problem("user", "'user' needs a password: password-env or password-file");
        }
        if (password.isPresent() && user.isEmpty()) {
            smtp.problem("user", "'user' is missing: whose password it is");
        }
        boolean isAllowed = smtp.flag("password-in-plain-text").orElse(false);
        if (security == SmtpServer.Security.NONE && user.isPresent() && !isAllowed) {
            smtp.problem(
                    "security",
                    "'security: none' would send the password so that anybody on the way can read it; use starttls or tls, or"
                            + " say so a second time with password-in-plain-text: true");
        }
        Optional<Path> trusted = smtp.text("trust").flatMap(text -> file(smtp, "trust", text));
        int timeout = smtp.integer("timeout-seconds", 1, 600).orElse(TIMEOUT_SECONDS);
        if (host.isBlank() || port == 0) {
            return Optional.empty();
        }
        SmtpServer server = new SmtpServer(
                host,
                port,
                security,
                user.flatMap(name -> password.map(secret -> new SmtpServer.Login(name, secret))),
                trusted,
                Duration.ofSeconds(timeout));
        try {
            new SmtpClient(server);
        } catch (IllegalArgumentException e) {
            smtp.problem("trust", String.valueOf(e.getMessage()));
        }
        return Optional.of(server);
    }

    /** From the environment or a file: {@code KEY-env}, {@code KEY-file}. */
    private Optional<Secret> secret(Section section, String key) {
        String inEnvironment = key + "-env";
        String inFile = key + "-file";
        if (section.has(inEnvironment) && section.has(inFile)) {
            section.problem(inFile, "'" + inEnvironment + "' and '" + inFile + "' can't both be set");
            return Optional.empty();
        }
        Optional<String> variable = section.text(inEnvironment);
        Optional<String> value = variable.map(environment).filter(text -> !text.isEmpty());
        if (variable.isPresent() && value.isEmpty()) {
            section.problem(inEnvironment, "'" + inEnvironment + "' names an environment variable that is not set");
        }
        if (section.has(inFile)) {
            value = section.text(inFile)
                    .flatMap(text -> file(section, inFile, text))
                    .flatMap(file -> firstLine(section, inFile, file));
        }
        return value.map(Secret::new);
    }

    private static Optional<String> firstLine(Section section, String key, Path file) {
        try {
            Optional<String> line =
                    Files.readAllLines(file).stream().findFirst().filter(text -> !text.isBlank());
            if (line.isEmpty()) {
                section.problem(key, file + " has no first line");
            }
            return line;
        } catch (IOException e) {
            section.problem(key, file + " can't be read");
            return Optional.empty();
        }
    }

    private Optional<Path> file(Section section, String key, String text) {
        try {
            Path file = folder.resolve(text).normalize();
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
            section.problem(key, "there is no file " + file);
        } catch (InvalidPathException e) {
            section.problem(key, "'" + key + ": " + text + "' can't be a path here");
        }
        return Optional.empty();
    }

    private Optional<MailSettings.Escalation> escalation(Section escalate) {
        List<String> to = addresses(escalate, "to");
        if (to.isEmpty()) {
            escalate.problem("to", "'to' is missing: whom a store is told to that nobody has taken up");
        }
        Optional<Integer> nights = escalate.integer("after-nights", 1, 60);
        if (!escalate.has("after-nights")) {
            escalate.problem("after-nights", "'after-nights' is missing: for so many nights in a row off target");
        }
        escalate.rejectUnknownKeys();
        return nights.filter(n -> !to.isEmpty()).map(n -> new MailSettings.Escalation(to, n));
    }

    private RecipientRule rule(Section section, RecipientRule otherwise) {
        Optional<Set<DayOfWeek>> quiet = section.someOf("quiet", DayOfWeek.class);
        Optional<DayOfWeek> digest = section.oneOf("digest", DayOfWeek.class);
        RecipientRule rule = new RecipientRule(
                section.oneOf("at-least", RiskLevel.class).orElse(otherwise.atLeast()),
                section.oneOf("tell", Tell.class)
                        .map(tell -> tell == Tell.CHANGES)
                        .orElse(otherwise.onlyOnChange()),
                quiet.orElse(otherwise.quiet()),
                digest.or(otherwise::digest),
                section.oneOf("attach", RecipientRule.Attach.class).orElse(otherwise.attach()),
                section.oneOf("language", Language.class)
                        .map(language -> language.name().toLowerCase(Locale.ROOT))
                        .or(otherwise::language),
                secret(section, "password").or(otherwise::password));
        if (rule.digest().filter(rule.quiet()::contains).isPresent()) {
            section.problem("digest", "'digest' can't be a day that is quiet");
        }
        if (rule.quiet().size() == DayOfWeek.values().length) {
            section.problem("quiet", "'quiet' leaves no day of the week");
        }
        return rule;
    }

    private Map<String, RecipientRule> rules(
            RecipientRule rule,
            List<String> lead,
            List<String> operators,
            Optional<MailSettings.Escalation> escalation) {
        Set<String> known = new TreeSet<>();
        stores.forEach(store -> {
            known.add(Addresses.key(store.manager()));
            store.cc().forEach(address -> known.add(Addresses.key(address)));
        });
        lead.forEach(address -> known.add(Addresses.key(address)));
        operators.forEach(address -> known.add(Addresses.key(address)));
        escalation.ifPresent(of -> of.to().forEach(address -> known.add(Addresses.key(address))));
        Map<String, RecipientRule> rules = new HashMap<>();
        for (Section recipient : mail.sections("recipients")) {
            List<String> addresses = addresses(recipient, "address");
            if (!recipient.has("address")) {
                recipient.problem("address", "'address' is missing: whose rule it is");
            }
            RecipientRule own = rule(recipient, rule);
            for (String address : addresses) {
                if (!known.contains(Addresses.key(address))) {
                    recipient.problem(
                            "address",
                            "'" + address
                                    + "' is told of nothing: it is neither in the stores file nor in this section");
                } else if (rules.put(Addresses.key(address), own) != null) {
                    recipient.problem("address", "'" + address + "' has a rule already");
                }
            }
            recipient.rejectUnknownKeys();
        }
        return rules;
    }

    private Optional<MailTemplates> templates() {
        Path own = folder.resolve("mail");
        try {
            return Optional.of(MailTemplates.of(body(own, MailTemplates.HTML), body(own, MailTemplates.TEXT)));
        } catch (MustacheException | UnsupportedOperationException e) {
            mail.problem("transport", "a template in " + own + " can't be filled: " + e.getMessage());
        } catch (IOException e) {
            mail.problem("transport", "a template in " + own + " can't be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<String> body(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** The language in which somebody reads who has none of their own: that of all of his stores, else English. */
    static String languageOf(List<Store> stores) {
        List<String> languages = stores.stream().map(Store::language).distinct().toList();
        return languages.size() == 1 && Messages.languages().contains(languages.get(0)) ? languages.get(0) : "en";
    }
}
