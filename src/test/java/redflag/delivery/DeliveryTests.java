package redflag.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static redflag.delivery.SomeNews.ANTON;
import static redflag.delivery.SomeNews.CLOCK;
import static redflag.delivery.SomeNews.KEN;
import static redflag.delivery.SomeNews.MIA;
import static redflag.delivery.SomeNews.ZOE;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redflag.history.MailState;
import redflag.history.Outbox;
import redflag.history.OutboxEntry;
import redflag.report.Portfolio;
import redflag.smtp.FaultySmtpServer;
import redflag.smtp.FaultySmtpServer.Point;
import redflag.smtp.FaultySmtpServer.Received;
import redflag.smtp.Secret;
import redflag.smtp.SmtpServer;

/** Messages arrive once, whatever fails on their way, and the outbox says how far each got. */
class DeliveryTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final int EVERYBODY = 4;

    @TempDir
    private Path reports;

    private final FaultySmtpServer server = FaultySmtpServer.start();
    private final Outbox outbox = SomeNews.outbox();
    private final SomeNews.Unhurried watch = new SomeNews.Unhurried();

    @AfterEach
    void closeServer() {
        server.close();
    }

    private List<Delivered> deliver(SmtpServer to, int tries, News news, Delivery.Request request) {
        MailSettings settings =
                SomeNews.settings(Optional.of(to), SomeNews.rule(RecipientRule.Attach.NONE), Map.of(), tries);
        return new Delivery(settings, outbox, CLOCK, watch).deliver(news, 1, request);
    }

    private List<Delivered> deliver(int tries) {
        return deliver(server.address(TIMEOUT), tries, SomeNews.news(reports), Delivery.Request.NIGHTLY);
    }

    private List<OutboxEntry> outbox() {
        Portfolio portfolio = SomeNews.news(reports).portfolio();
        return outbox.of(portfolio.job(), portfolio.asOf());
    }

    private Map<String, MailState> states() {
        return outbox().stream().collect(Collectors.toMap(OutboxEntry::recipient, OutboxEntry::state));
    }

    private Map<String, Long> received() {
        return server.received().stream().collect(Collectors.groupingBy(Received::to, Collectors.counting()));
    }

    private Set<String> idsOf(String recipient) {
        return server.received().stream()
                .filter(message -> message.to().equals(recipient))
                .map(message -> message.text()
                        .lines()
                        .filter(line -> line.startsWith("Message-ID:"))
                        .findFirst()
                        .orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void everybodyGetsOneMessageAndARerunSendsNothing() {
        assertThat(deliver(1)).allMatch(Delivered::isNew).hasSize(EVERYBODY);
        assertThat(received()).containsExactlyInAnyOrderEntriesOf(Map.of(KEN, 1L, MIA, 1L, ANTON, 1L, ZOE, 1L));
        assertThat(states().values()).containsOnly(MailState.HANDED_OVER);

        assertThat(deliver(1)).noneMatch(Delivered::isNew).allMatch(Delivered::isSettled);
        assertThat(received().values()).containsOnly(1L);
        assertThat(outbox()).extracting(OutboxEntry::tries).containsOnly(1);
    }

    @Test
    void whomAServerRefusesIsRefusedAloneAndOfferedAgainByAFurtherRunOnly() {
        server.at(Point.RCPT).to(MIA).times(1).answer("550 5.1.1 no such user");

        assertThat(deliver(3))
                .filteredOn(message -> !message.isSettled())
                .extracting(Delivered::recipient, Delivered::state, Delivered::detail)
                .containsExactly(tuple(MIA, Optional.of(MailState.REFUSED), "550 5.1.1 no such user"));
        assertThat(received()).doesNotContainKey(MIA).hasSize(EVERYBODY - 1);
        assertThat(watch.pauses).as("it is not tried again in this run").isEmpty();

        assertThat(deliver(3)).allMatch(Delivered::isSettled);
        assertThat(received().values()).containsOnly(1L);
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"MAIL", "RCPT", "DATA", "FINAL_DOT"})
    void whatIsPutOffIsOfferedAgainAfterAWhile(Point point) {
        server.at(point).to(point == Point.MAIL ? "" : MIA).times(2).answer("451 4.3.0 try again later");

        assertThat(deliver(3)).allMatch(Delivered::isSettled).hasSize(EVERYBODY);

        assertThat(received().values()).as("none arrives twice").containsOnly(1L);
        assertThat(received()).hasSize(EVERYBODY);
        assertThat(watch.pauses).isNotEmpty().isSorted();
    }

    @Test
    void whatIsPutOffForTooLongIsKeptForTheNextRun() {
        server.at(Point.RCPT).to(MIA).times(3).answer("450 4.2.1 mailbox busy");

        assertThat(deliver(3)).extracting(Delivered::isSettled).contains(false);
        assertThat(states()).containsEntry(MIA, MailState.INTENDED);
        assertThat(outbox())
                .filteredOn(entry -> entry.recipient().equals(MIA))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.tries()).isEqualTo(3);
                    assertThat(entry.reply()).isEqualTo("450 4.2.1 mailbox busy");
                });
        assertThat(watch.pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(15));

        assertThat(deliver(3)).allMatch(Delivered::isSettled);
        assertThat(received().values()).containsOnly(1L);
    }

    /** A server that dies before it has the whole message has nothing; then everybody gets theirs by a rerun. */
    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"GREETING", "EHLO", "MAIL", "RCPT", "DATA", "AFTER_354", "MIDDLE"})
    void aServerThatDiesBeforeTheFinalDotHasNothing(Point point) {
        server.at(point).times(EVERYBODY).die();

        assertThat(deliver(1)).noneMatch(Delivered::isNew).hasSize(EVERYBODY);
        assertThat(received()).isEmpty();
        assertThat(states().values()).doesNotContain(MailState.HANDED_OVER, MailState.REFUSED, MailState.SENDING);

        // a whole server that is down is tried once a round, not once a message: the rest of its faults are still to
        // come
        for (int run = 0;
                run < EVERYBODY && states().values().stream().anyMatch(s -> s != MailState.HANDED_OVER);
                run++) {
            deliver(1);
        }
        assertThat(states().values()).containsOnly(MailState.HANDED_OVER);
        assertThat(received()).hasSize(EVERYBODY);
        assertThat(received().values()).containsOnly(1L);
    }

    @Test
    void aServerThatDiesAfterTheFinalDotMayHaveTheMessageAndThatIsSaid() {
        server.at(Point.FINAL_DOT).to(MIA).times(1).die();

        assertThat(deliver(3))
                .filteredOn(message -> !message.isSettled())
                .extracting(Delivered::recipient, Delivered::state)
                .containsExactly(tuple(MIA, Optional.of(MailState.UNKNOWN)));
        assertThat(received()).as("it has").containsEntry(MIA, 1L);
        assertThat(watch.pauses).as("nobody risks a second one in the same run").isEmpty();

        assertThat(deliver(3)).allMatch(Delivered::isSettled);
        assertThat(received()).containsEntry(MIA, 2L).containsEntry(KEN, 1L);
        assertThat(idsOf(MIA)).as("by its Message-ID it is the same message").hasSize(1);
        assertThat(outbox())
                .filteredOn(entry -> entry.recipient().equals(MIA))
                .singleElement()
                .extracting(OutboxEntry::reply)
                .asString()
                .contains("an earlier try may have arrived too");
    }

    @Test
    void aServerThatDiesAfterItsAnswerHasTakenTheMessage() {
        server.at(Point.AFTER_250).die();

        assertThat(deliver(1)).allMatch(Delivered::isSettled).allMatch(Delivered::isNew);
        assertThat(received().values()).containsOnly(1L);
    }

    @Test
    void aServerThatFallsSilentIsGivenUpOn() {
        server.at(Point.FINAL_DOT).to(MIA).times(1).fallSilent();
        server.at(Point.RCPT).to(KEN).times(1).fallSilent();

        List<Delivered> delivered = deliver(server.address(SHORT), 1, SomeNews.news(reports), Delivery.Request.NIGHTLY);

        assertThat(delivered)
                .filteredOn(message -> !message.isSettled())
                .extracting(Delivered::recipient, Delivered::state)
                .containsExactlyInAnyOrder(
                        tuple(MIA, Optional.of(MailState.UNKNOWN)), tuple(KEN, Optional.of(MailState.INTENDED)));
        assertThat(deliver(1)).allMatch(Delivered::isSettled);
        assertThat(received()).containsEntry(MIA, 2L).containsEntry(KEN, 1L).containsEntry(ANTON, 1L);
    }

    @Test
    void aSlowServerIsWaitedFor() {
        server.at(Point.FINAL_DOT).waitFor(SHORT);

        assertThat(deliver(1)).allMatch(Delivered::isNew);
    }

    @Test
    void aServerThatIsNotThereIsTriedOnceARoundAndEverythingIsKept() throws IOException {
        int nobodysPort;
        try (ServerSocket taken = new ServerSocket(0)) {
            nobodysPort = taken.getLocalPort();
        }
        SmtpServer gone = new SmtpServer(
                "127.0.0.1", nobodysPort, SmtpServer.Security.NONE, Optional.empty(), Optional.empty(), TIMEOUT);

        List<Delivered> delivered = deliver(gone, 3, SomeNews.news(reports), Delivery.Request.NIGHTLY);

        assertThat(delivered).hasSize(EVERYBODY).noneMatch(Delivered::isSettled);
        assertThat(outbox()).extracting(OutboxEntry::state).containsOnly(MailState.INTENDED);
        assertThat(outbox().stream().mapToInt(OutboxEntry::tries).sum())
                .as("one message a round finds out")
                .isEqualTo(3);
        assertThat(watch.pauses).hasSize(2);

        assertThat(deliver(1)).allMatch(Delivered::isNew).hasSize(EVERYBODY);
        assertThat(received().values()).containsOnly(1L);
    }

    @Test
    void aLoginThatIsRefusedIsNotTriedAgainAtOnce() {
        server.withLogin("redflag", "right");
        SmtpServer address = server.address(TIMEOUT);
        SmtpServer wrong = new SmtpServer(
                address.host(),
                address.port(),
                address.security(),
                Optional.of(new SmtpServer.Login("redflag", new Secret("a wrong secret"))),
                Optional.empty(),
                TIMEOUT);

        List<Delivered> delivered = deliver(wrong, 3, SomeNews.news(reports), Delivery.Request.NIGHTLY);

        assertThat(delivered).hasSize(EVERYBODY).noneMatch(Delivered::isSettled);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(outbox()).extracting(OutboxEntry::reply).noneMatch(reply -> reply.contains("wrong secret"));
        assertThat(outbox()).extracting(OutboxEntry::reply).allMatch(reply -> reply.startsWith("535"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"EHLO", "AUTH"})
    void aServerThatDiesAtTheLoginHasNothing(Point point) {
        server.withLogin("redflag", "right");
        server.at(point).times(1).die();
        SmtpServer address = server.address(TIMEOUT);
        SmtpServer login = new SmtpServer(
                address.host(),
                address.port(),
                address.security(),
                Optional.of(new SmtpServer.Login("redflag", new Secret("right"))),
                Optional.empty(),
                TIMEOUT);

        assertThat(deliver(login, 1, SomeNews.news(reports), Delivery.Request.NIGHTLY))
                .hasSize(EVERYBODY)
                .noneMatch(Delivered::isSettled);
        assertThat(received()).isEmpty();

        assertThat(deliver(login, 1, SomeNews.news(reports), Delivery.Request.NIGHTLY))
                .allMatch(Delivered::isNew);
        assertThat(received().values()).containsOnly(1L);
    }

    @Test
    void whoIsToldSomethingElseGetsACorrectionAndNobodyElseDoes() {
        deliver(1);
        News news = SomeNews.news(reports);
        List<StoreNews> others = news.stores().stream()
                .filter(store -> !store.store().id().value().equals("acme-uk"))
                .toList();
        News changed = new News(news.day(), news.language(), news.portfolio(), others, reports);

        List<Delivered> delivered = deliver(server.address(TIMEOUT), 1, changed, Delivery.Request.NIGHTLY);

        assertThat(delivered)
                .filteredOn(Delivered::isNew)
                .extracting(Delivered::recipient)
                .containsExactly(MIA);
        assertThat(received()).containsEntry(MIA, 2L).containsEntry(KEN, 1L).containsEntry(ANTON, 1L);
        assertThat(idsOf(MIA)).as("another message").hasSize(2);
        assertThat(server.received().get(server.received().size() - 1).mime())
                .satisfies(mime -> assertThat(mime.getSubject()).endsWith("(corrected)"));
    }

    @Test
    void aMessageThatNobodyTookGivesWayToWhatThereIsToTellNow() {
        server.at(Point.RCPT).to(MIA).times(1).answer("550 no such user");
        deliver(1);
        News news = SomeNews.news(reports);
        News changed = new News(
                news.day(), news.language(), news.portfolio(), news.stores().subList(0, 4), reports);

        deliver(server.address(TIMEOUT), 1, changed, Delivery.Request.NIGHTLY);

        assertThat(outbox()).filteredOn(entry -> entry.recipient().equals(MIA)).hasSize(1);
        assertThat(server.received())
                .filteredOn(message -> message.to().equals(MIA))
                .singleElement()
                .satisfies(message -> assertThat(message.mime().getSubject()).doesNotContain("corrected"));
    }

    @Test
    void onPurposeAMessageGoesOutOnceMoreUnderAnotherId() {
        deliver(1);

        deliver(
                server.address(TIMEOUT),
                1,
                SomeNews.news(reports),
                new Delivery.Request(true, false, Set.of("MIA@agency.example")));

        assertThat(received()).containsEntry(MIA, 2L).containsEntry(KEN, 1L);
        assertThat(idsOf(MIA)).hasSize(2);
    }

    @Test
    void onlyWhatFailedGoesOutWhenOnlyThatIsAskedFor() {
        server.at(Point.RCPT).to(KEN).times(1).answer("550 no such user");
        deliver(1);
        News news = SomeNews.news(reports);
        News changed = new News(
                news.day(), news.language(), news.portfolio(), news.stores().subList(0, 3), reports);

        deliver(server.address(TIMEOUT), 1, changed, new Delivery.Request(false, true, Set.of()));

        assertThat(received()).containsEntry(KEN, 1L).containsEntry(MIA, 1L);
    }

    private List<Delivered> deliverQuietly(News news, Delivery.Request request) {
        RecipientRule quiet = new RecipientRule(
                RecipientRule.DEFAULT.atLeast(),
                false,
                Set.of(SomeNews.DAY.getDayOfWeek()),
                Optional.empty(),
                RecipientRule.Attach.NONE,
                Optional.empty(),
                Optional.empty());
        MailSettings settings = SomeNews.settings(
                Optional.of(server.address(TIMEOUT)), SomeNews.rule(RecipientRule.Attach.NONE), Map.of(MIA, quiet), 1);
        return new Delivery(settings, outbox, CLOCK, watch).deliver(news, 1, request);
    }

    @Test
    void onlyWhatFailedIsNotWhatWasHeldBack() {
        server.at(Point.RCPT).to(KEN).times(1).answer("550 no such user");
        deliverQuietly(SomeNews.news(reports), Delivery.Request.NIGHTLY);

        deliverQuietly(SomeNews.news(reports), new Delivery.Request(false, true, Set.of()));

        assertThat(received()).containsEntry(KEN, 1L).doesNotContainKey(MIA);
    }

    @Test
    void whoHasBeenToldOtherwiseIsToldOnAQuietDayToo() {
        deliver(1);
        News news = SomeNews.news(reports);
        News changed = new News(
                news.day(), news.language(), news.portfolio(), news.stores().subList(0, 3), reports);

        deliverQuietly(changed, Delivery.Request.NIGHTLY);

        assertThat(received()).containsEntry(MIA, 2L);
    }

    @Test
    void whatNobodyTookAndIsHeldBackNowIsWithdrawn() {
        server.at(Point.RCPT).to(MIA).times(1).answer("550 no such user");
        deliver(1);

        deliverQuietly(SomeNews.news(reports), Delivery.Request.NIGHTLY);

        assertThat(states()).containsEntry(MIA, MailState.WITHDRAWN);
        Portfolio portfolio = SomeNews.news(reports).portfolio();
        assertThat(outbox.unsettled(
                        portfolio.job(), portfolio.asOf(), portfolio.asOf().plusDays(1)))
                .isEmpty();
        assertThat(received()).doesNotContainKey(MIA);
    }

    @Test
    void whoHasWhatThereIsToTellKeepsItThoughACorrectionWasOnItsWay() {
        deliver(1);
        News news = SomeNews.news(reports);
        News changed = new News(
                news.day(), news.language(), news.portfolio(), news.stores().subList(0, 3), reports);
        server.at(Point.RCPT).to(MIA).times(1).answer("550 no such user");
        deliver(server.address(TIMEOUT), 1, changed, Delivery.Request.NIGHTLY);

        assertThat(deliver(1)).allMatch(Delivered::isSettled);

        assertThat(received()).containsEntry(MIA, 1L);
        assertThat(outbox())
                .filteredOn(entry -> entry.recipient().equals(MIA))
                .extracting(OutboxEntry::state)
                .containsExactly(MailState.HANDED_OVER, MailState.WITHDRAWN);
    }

    @Test
    void whatMayHaveArrivedStaysInDoubtWhenItIsRefused() {
        server.at(Point.FINAL_DOT).to(MIA).times(1).die();
        deliver(1);
        server.at(Point.RCPT).to(MIA).times(1).answer("550 no such user");

        deliver(1);

        assertThat(outbox())
                .filteredOn(entry -> entry.recipient().equals(MIA))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.state()).isEqualTo(MailState.UNKNOWN);
                    assertThat(entry.reply()).contains("550 no such user").contains("may have arrived");
                });
    }

    @Test
    void whatAProcessLeftInItsHandsIsInDoubtAndGoesOutAgainUnderTheSameId() {
        deliver(1);
        Portfolio portfolio = SomeNews.news(reports).portfolio();
        OutboxEntry taken = outbox().get(0);
        outbox.keep(portfolio.job(), portfolio.asOf(), taken.with(MailState.SENDING, 1, ""), CLOCK.instant());

        deliver(1);

        assertThat(received()).containsEntry(taken.recipient(), 2L);
        assertThat(idsOf(taken.recipient())).hasSize(1);
        assertThat(outbox().get(0).reply()).contains("the program ended while it was handed over");
    }

    @Test
    void aReportThatIsGoneIsSaidAndTheOthersGoOut() {
        MailSettings settings = SomeNews.settings(
                Optional.of(server.address(TIMEOUT)), SomeNews.rule(RecipientRule.Attach.OFF_TARGET), Map.of(), 1);

        List<Delivered> delivered = new Delivery(settings, outbox, CLOCK, watch)
                .deliver(SomeNews.news(reports), 1, Delivery.Request.NIGHTLY);

        assertThat(delivered)
                .filteredOn(message -> !message.isSettled())
                .extracting(Delivered::recipient)
                .containsExactlyInAnyOrder(KEN, MIA);
        assertThat(received()).containsOnlyKeys(ANTON, ZOE);
    }

    @Test
    void messagesLieAsFilesWhereThereIsNoServer() throws IOException {
        MailSettings settings = SomeNews.settings(Optional.empty());

        List<Delivered> delivered = new Delivery(settings, outbox, CLOCK, watch)
                .deliver(SomeNews.news(reports), 1, Delivery.Request.NIGHTLY);

        assertThat(delivered).allMatch(Delivered::isNew);
        Path mail = reports.resolve("2026-11-22/mail");
        try (var files = Files.list(mail)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(KEN + ".eml", MIA + ".eml", ANTON + ".eml", ZOE + ".eml");
        }
        assertThat(Files.readString(mail.resolve(MIA + ".eml"))).contains("Subject: =?UTF-8?Q?[Off_target]_");
    }

    @Test
    void whoIsNotToldOfANightIsTellable() {
        RecipientRule quiet = new RecipientRule(
                RecipientRule.DEFAULT.atLeast(),
                false,
                Set.of(SomeNews.DAY.getDayOfWeek()),
                Optional.empty(),
                RecipientRule.Attach.NONE,
                Optional.empty(),
                Optional.empty());
        MailSettings settings = SomeNews.settings(
                Optional.of(server.address(TIMEOUT)), SomeNews.rule(RecipientRule.Attach.NONE), Map.of(MIA, quiet), 1);

        List<Delivered> delivered = new Delivery(settings, outbox, CLOCK, watch)
                .deliver(SomeNews.news(reports), 1, Delivery.Request.NIGHTLY);

        assertThat(delivered)
                .filteredOn(message -> message.state().isEmpty())
                .extracting(Delivered::recipient, Delivered::detail)
                .containsExactly(tuple(MIA, "QUIET_DAY"));
        assertThat(received()).doesNotContainKey(MIA);
        assertThat(outbox()).extracting(OutboxEntry::recipient).doesNotContain(MIA);
    }
}
