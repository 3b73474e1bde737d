package redflag.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.delivery.SomeNews.ANTON;
import static redflag.delivery.SomeNews.DAY;
import static redflag.delivery.SomeNews.KEN;
import static redflag.delivery.SomeNews.LEAD;
import static redflag.delivery.SomeNews.MIA;
import static redflag.delivery.SomeNews.OPERATOR;
import static redflag.delivery.SomeNews.ZOE;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redflag.basics.Store;
import redflag.delivery.Recipient.Role;
import redflag.delivery.Routing.Route;
import redflag.delivery.Routing.Withheld;
import redflag.report.OpenNotice;
import redflag.report.StoreDetail;
import redflag.report.StoreLinks;
import redflag.report.StoreOutcome;
import redflag.risk.RiskLevel;

/** Who is told of a night. */
class RoutingTests {

    private static final Path REPORTS = Path.of("reports");

    private RiskLevel atLeast = RiskLevel.HEALTHY;
    private boolean onlyOnChange;
    private Set<DayOfWeek> quiet = Set.of();
    private Optional<DayOfWeek> digest = Optional.empty();
    private Optional<MailSettings.Escalation> escalation = Optional.empty();

    private MailSettings settings() {
        MailSettings plain = SomeNews.settings(Optional.empty());
        RecipientRule rule = new RecipientRule(
                atLeast, onlyOnChange, quiet, digest, RecipientRule.Attach.NONE, Optional.empty(), Optional.empty());
        return new MailSettings(
                plain.from(),
                plain.replyTo(),
                plain.server(),
                1,
                List.of(LEAD),
                List.of(OPERATOR),
                rule,
                Map.of(),
                escalation,
                plain.zipAbove(),
                plain.largest(),
                plain.reportsAt(),
                plain.templates());
    }

    private Route to(String address, News news) {
        return Routing.of(news, settings()).stream()
                .filter(route -> route.recipient().address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Withheld> withheld(String address, News news) {
        return to(address, news).withheld();
    }

    /** Everything as on the night before. */
    private static News unchanged(LocalDate day) {
        News news = SomeNews.news(
                REPORTS,
                day,
                Map.of(
                        "elder-jp", List.of(RiskLevel.DEACTIVATED),
                        "acme-us", List.of(RiskLevel.OFF_TARGET),
                        "acme-uk", List.of(RiskLevel.WATCH),
                        "cedar-de", List.of(RiskLevel.UNKNOWN),
                        "birch-us", List.of(RiskLevel.HEALTHY)));
        return with(news, "", Optional.of(new StoreDetail.Change(DAY, 0, 0, 0, 0, "")), List.of());
    }

    private static News with(News news, String store, Optional<StoreDetail.Change> change, List<OpenNotice> notices) {
        List<StoreNews> stores = news.stores().stream()
                .map(of -> of.outcome()
                        .filter(outcome ->
                                store.isEmpty() || outcome.store().value().equals(store))
                        .map(outcome -> new StoreNews(
                                of.store(), Optional.of(with(outcome, change, notices)), of.failure(), of.before()))
                        .orElse(of))
                .toList();
        return new News(news.day(), news.language(), news.portfolio(), stores, news.reports());
    }

    private static StoreOutcome with(StoreOutcome of, Optional<StoreDetail.Change> change, List<OpenNotice> notices) {
        StoreDetail detail = of.detail();
        return new StoreOutcome(
                of.store(),
                of.name(),
                of.marketplace(),
                of.manager(),
                of.asOf(),
                of.risk(),
                of.because(),
                of.fragile(),
                of.words(),
                of.readings(),
                of.missing(),
                of.old(),
                of.plans(),
                of.files(),
                of.packs(),
                new StoreDetail(
                        detail.readings(),
                        change,
                        detail.firstDayOffTarget(),
                        detail.deadline(),
                        detail.toConfirm(),
                        detail.moreToConfirm(),
                        detail.causes(),
                        detail.common(),
                        detail.isTakenUp(),
                        notices),
                StoreLinks.NONE);
    }

    @Test
    void eachManagerIsToldOfHisStoresTheLeadOfAllAndOperatorsOfTrouble() {
        News news = SomeNews.news(REPORTS);

        assertThat(Routing.of(news, settings()))
                .extracting(route -> route.recipient().address())
                .containsExactly(ZOE, KEN, MIA, ANTON, LEAD, OPERATOR);
        assertThat(to(MIA, news).recipient().stores())
                .extracting(store -> store.store().id().value())
                .containsExactly("acme-us", "acme-uk");
        assertThat(to(LEAD, news).recipient().stores()).hasSize(news.stores().size());
        assertThat(to(OPERATOR, news).recipient().stores()).isEmpty();
    }

    @Test
    void operatorsHearNothingOfANightWithoutTrouble() {
        News news = SomeNews.news(REPORTS);
        var portfolio = news.portfolio();
        var calm = new redflag.report.Portfolio(
                portfolio.job(),
                portfolio.asOf(),
                portfolio.stores(),
                portfolio.accounts().stream()
                        .filter(account -> account.isReported())
                        .toList(),
                List.of(),
                List.of(),
                List.of());

        assertThat(Routing.of(new News(DAY, "en", calm, news.stores(), REPORTS), settings()))
                .noneMatch(route -> route.recipient().address().equals(OPERATOR));
    }

    @Test
    void whoIsManagerAndInCopyAndLeadGetsOneMessageWhateverTheCapitals() {
        News news = SomeNews.news(REPORTS);
        List<StoreNews> stores = new ArrayList<>(news.stores());
        Store first = stores.get(1).store();
        Store inCopy = new Store(
                first.id(),
                first.account(),
                first.marketplace(),
                first.name(),
                first.sellerSince(),
                "zh",
                first.manager(),
                List.of("Lead@Agency.Example", "MIA@agency.example"));
        stores.set(1, new StoreNews(inCopy, stores.get(1).outcome(), "", List.of()));

        List<Route> routes = Routing.of(new News(DAY, "en", news.portfolio(), stores, REPORTS), settings());

        assertThat(routes).hasSize(6);
        assertThat(routes)
                .filteredOn(route -> route.recipient().address().equals("Lead@Agency.Example"))
                .singleElement()
                .satisfies(route -> assertThat(route.recipient().roles()).containsExactly(Role.MANAGER, Role.LEAD));
        assertThat(routes)
                .filteredOn(route -> route.recipient().address().equals("MIA@agency.example"))
                .singleElement()
                .satisfies(route -> {
                    assertThat(route.recipient().stores()).hasSize(3);
                    assertThat(route.recipient().messages().locale().getLanguage())
                            .as("his stores have different ones")
                            .isEqualTo("en");
                });
    }

    @Test
    void whoOnlyWantsChangesHearsNothingOfANightWithout() {
        onlyOnChange = true;

        assertThat(withheld(MIA, unchanged(DAY))).contains(Withheld.NOTHING_CHANGED);
        assertThat(withheld(MIA, SomeNews.news(REPORTS)))
                .as("nothing to compare with")
                .isEmpty();
        assertThat(withheld(
                        MIA,
                        with(
                                unchanged(DAY),
                                "acme-uk",
                                Optional.of(new StoreDetail.Change(DAY, 0, 1, 0, 0, "")),
                                List.of())))
                .as("a defect has left")
                .isEmpty();
    }

    @Test
    void anotherRiskLevelIsAChangeThoughNoDefectIs() {
        onlyOnChange = true;
        News news = unchanged(DAY);
        List<StoreNews> stores = new ArrayList<>(news.stores());
        stores.replaceAll(store -> store.store().id().value().equals("acme-uk")
                ? new StoreNews(store.store(), store.outcome(), "", List.of(RiskLevel.HEALTHY, RiskLevel.WATCH))
                : store);

        assertThat(withheld(MIA, new News(DAY, "en", news.portfolio(), stores, REPORTS)))
                .isEmpty();
    }

    @Test
    void aStoreWithoutAReportIsNeverNothing() {
        onlyOnChange = true;
        atLeast = RiskLevel.DEACTIVATED;

        assertThat(withheld(ZOE, unchanged(DAY))).isEmpty();
    }

    @Test
    void theLevelThatMattersCounts() {
        atLeast = RiskLevel.WATCH;
        assertThat(withheld(MIA, unchanged(DAY))).isEmpty();
        assertThat(withheld(ANTON, unchanged(DAY))).contains(Withheld.NO_STORE_AT_LEAST);

        atLeast = RiskLevel.UNKNOWN;
        assertThat(withheld(ANTON, unchanged(DAY))).isEmpty();
    }

    @Test
    void quietDaysAreQuietAndTheDigestComesWhateverThereIs() {
        quiet = Set.of(DayOfWeek.MONDAY);
        assertThat(withheld(MIA, unchanged(DAY))).contains(Withheld.QUIET_DAY);
        assertThat(withheld(MIA, unchanged(DAY.plusDays(1)))).isEmpty();

        quiet = Set.of();
        onlyOnChange = true;
        digest = Optional.of(DayOfWeek.MONDAY);
        assertThat(withheld(MIA, unchanged(DAY))).isEmpty();
        assertThat(withheld(MIA, unchanged(DAY.plusDays(1)))).contains(Withheld.NOTHING_CHANGED);
    }

    @Test
    void troubleIsNotQuietForOperators() {
        quiet = Set.of(DayOfWeek.MONDAY);

        assertThat(withheld(OPERATOR, unchanged(DAY))).isEmpty();
    }

    @Test
    void aNoticeDueWithin72HoursIsNeverQuiet() {
        quiet = Set.of(DayOfWeek.MONDAY);
        onlyOnChange = true;
        for (int days = -5; days <= 6; days++) {
            OpenNotice notice = new OpenNotice("N-1", "Authenticity", "", Optional.of(DAY.plusDays(days)), true);
            News news = with(
                    unchanged(DAY),
                    "acme-us",
                    Optional.of(new StoreDetail.Change(DAY, 0, 0, 0, 0, "")),
                    List.of(notice));

            assertThat(withheld(MIA, news).isEmpty())
                    .as("due in " + days + " days")
                    .isEqualTo(days >= -3 && days <= 3);
            assertThat(withheld(ANTON, news)).as("of other stores").contains(Withheld.QUIET_DAY);
        }
    }

    @Test
    void aStoreThatStaysOffTargetAndNobodyTakesUpIsToldToTheNext() {
        escalation = Optional.of(new MailSettings.Escalation(List.of("head@agency.example"), 3));
        News twoNights = SomeNews.news(REPORTS, DAY, Map.of("acme-us", List.of(RiskLevel.OFF_TARGET, RiskLevel.WATCH)));
        News threeNights = SomeNews.news(
                REPORTS, DAY, Map.of("acme-us", List.of(RiskLevel.OFF_TARGET, RiskLevel.DEACTIVATED, RiskLevel.WATCH)));

        assertThat(Routing.of(twoNights, settings()))
                .noneMatch(route -> route.recipient().address().equals("head@agency.example"));
        Route head = to("head@agency.example", threeNights);
        assertThat(head.withheld()).isEmpty();
        assertThat(head.recipient().stores())
                .extracting(store -> store.store().id().value())
                .containsExactly("acme-us");
        assertThat(head.recipient().escalated())
                .extracting(StoreNews::nightsOffTarget)
                .containsExactly(3);
        assertThat(to(MIA, threeNights).recipient().escalated())
                .as("the manager is told, too")
                .hasSize(1);
    }
}
