package redflag.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import redflag.basics.AccountId;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.history.Outbox;
import redflag.report.Portfolio;
import redflag.report.SamplePortfolios;
import redflag.report.StoreOutcome;
import redflag.risk.RiskLevel;
import redflag.smtp.SmtpServer;

/** News of a night made by hand, and what it takes to deliver them. */
final class SomeNews {

    static final String KEN = "ken@agency.example";
    static final String MIA = "mia@agency.example";
    static final String ANTON = "anton@agency.example";
    static final String ZOE = "zoe@agency.example";
    static final String LEAD = "lead@agency.example";
    static final String OPERATOR = "ops@agency.example";

    /** A Monday. */
    static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T05:30:00Z"), ZoneOffset.UTC);

    private SomeNews() {}

    /** Of ken's, mia's and anton's stores, and of one of zoe's whose account failed. */
    static News news(Path reports) {
        return news(reports, DAY, Map.of());
    }

    /** @param before risk levels of nights before, by store, the newest first */
    static News news(Path reports, LocalDate day, Map<String, List<RiskLevel>> before) {
        Portfolio portfolio = SamplePortfolios.nightly();
        List<StoreNews> stores = new ArrayList<>();
        stores.add(new StoreNews(
                store("zelkova-us", "Zelkova", "US", ZOE), Optional.empty(), "the ledger can't be opened", List.of()));
        for (StoreOutcome outcome : portfolio.stores()) {
            String id = outcome.store().value();
            stores.add(new StoreNews(
                    store(id, outcome.name(), outcome.marketplace(), outcome.manager()),
                    Optional.of(outcome),
                    "",
                    before.getOrDefault(id, List.of())));
        }
        return new News(day, "en", portfolio, stores, reports);
    }

    static Store store(String id, String name, String country, String manager) {
        return new Store(
                new StoreId(id),
                new AccountId(id),
                Marketplaces.known().find(country).orElseThrow(),
                name,
                Optional.empty(),
                "en",
                manager,
                List.of());
    }

    /** Every report that the news name, as a file of a few bytes that says its name. */
    static News withReports(News news) throws IOException {
        List<String> files = new ArrayList<>();
        news.portfolio().stores().forEach(store -> files.addAll(store.files()));
        String asOf = news.portfolio().asOf().toString();
        files.add(asOf + "/portfolio-" + asOf + ".xlsx");
        files.add(asOf + "/portfolio-" + asOf + ".html");
        for (String file : files) {
            Path path = news.reports().resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file);
        }
        return news;
    }

    /** Nothing attached, one try; a file each, or to a server. */
    static MailSettings settings(Optional<SmtpServer> server) {
        return settings(server, rule(RecipientRule.Attach.NONE), Map.of(), 1);
    }

    static MailSettings settings(
            Optional<SmtpServer> server, RecipientRule rule, Map<String, RecipientRule> rules, int tries) {
        return new MailSettings(
                Addresses.parse("Redflag <redflag@agency.example>").orElseThrow(),
                Optional.empty(),
                server,
                tries,
                List.of(),
                List.of(),
                rule,
                rules,
                Optional.empty(),
                8 << 20,
                20 << 20,
                Optional.empty(),
                MailTemplates.shipped());
    }

    static RecipientRule rule(RecipientRule.Attach attach) {
        RecipientRule rule = RecipientRule.DEFAULT;
        return new RecipientRule(
                rule.atLeast(),
                rule.onlyOnChange(),
                rule.quiet(),
                rule.digest(),
                attach,
                rule.language(),
                rule.password());
    }

    /** Of a database of its own. */
    static Outbox outbox() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        return new Outbox(JdbcClient.create(source), new TransactionTemplate(new JdbcTransactionManager(source)));
    }

    /** Lets everything go on at once, and counts how often it was to wait. */
    static final class Unhurried implements Delivery.Watch {

        final List<Duration> pauses = new ArrayList<>();

        @Override
        public void check() {
            // nothing stops it
        }

        @Override
        public void handingOver() {
            // nobody looks on
        }

        @Override
        public void handedOver() {
            // nobody looks on
        }

        @Override
        public void pause(Duration time) {
            pauses.add(time);
        }
    }
}
