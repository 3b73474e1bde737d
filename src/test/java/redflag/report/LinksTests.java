package redflag.report;

import static org.assertj.core.api.Assertions.assertThat;
import static redflag.report.Outcomes.account;
import static redflag.report.Outcomes.portfolio;
import static redflag.report.Outcomes.store;

import java.util.List;
import org.junit.jupiter.api.Test;
import redflag.documents.DocumentKind;
import redflag.words.Messages;

/** What stores of different accounts share, that are no figures: listings, rights owners, suppliers, papers. */
class LinksTests {

    private static final ReportWords WORDS = new ReportWords(Messages.english());

    private static List<Alarm> alarms(AccountOutcome... accounts) {
        return Alarms.of(portfolio(accounts), WORDS);
    }

    private static AccountOutcome one(String account, Outcomes store) {
        return account(account, List.of(), List.of(), store);
    }

    private static List<String> hits(Alarm alarm) {
        return alarm.hits().stream()
                .map(hit -> hit.store().store() + ": " + hit.evidence())
                .toList();
    }

    @Test
    void aListingThatIsComplainedOfAtOneAndSoldByAnother() {
        List<Alarm> alarms = alarms(
                one(
                        "acme",
                        store("a")
                                .complained("N-1", "", "B000000001", "B000000002")
                                .sells("B000000001")),
                one("north", store("b").sells("B000000001", "B000000003")),
                one("south", store("c").sells("B000000003")));

        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.LISTING);
            assertThat(alarm.isForManagers()).isTrue();
            assertThat(alarm.what()).isEqualTo("B000000001 is complained of, and 2 accounts have to do with it.");
            assertThat(hits(alarm)).containsExactly("a: N-1 (Intellectual property)", "b: sells it, or has it listed");
        });
    }

    @Test
    void storesOfOneAccountAreNone() {
        assertThat(alarms(account(
                        "acme",
                        List.of(),
                        List.of(),
                        store("a").complained("N-1", "Brand Ltd", "B000000001"),
                        store("b").sells("B000000001").complained("N-2", "Brand Ltd", "B000000009"))))
                .isEmpty();
    }

    @Test
    void aRightsOwnerIsTheSameHoweverItIsWritten() {
        List<Alarm> alarms = alarms(
                one("acme", store("a").complained("N-1", "Brand  Ltd", "B000000001")),
                one("north", store("b").complained("N-7", "BRAND Ltd", "B000000002")),
                one("south", store("c").complained("N-8", "Brand Limited", "B000000003")));

        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.RIGHTS_OWNER);
            assertThat(alarm.what()).isEqualTo("Brand  Ltd complains of 2 stores of 2 accounts.");
        });
    }

    @Test
    void aSupplierOfTwoAndTheNameOfOneSellerOnPapersOfAnother() {
        List<Alarm> alarms = alarms(
                one(
                        "acme",
                        store("a")
                                .paper(DocumentKind.SUPPLIER_INVOICE, "D-1", "Acme Ltd", "", "Mill & Co", 1000)
                                .paper(DocumentKind.PROOF_OF_ADDRESS, "D-2", "Acme Ltd", "1 High St", "", 0)),
                one(
                        "north",
                        store("b")
                                .paper(DocumentKind.SUPPLIER_INVOICE, "D-8", "Acme Ltd", "", "MILL & CO", 1001)
                                .paper(DocumentKind.IDENTITY, "D-9", "North GmbH", "1 High St", "", 0)));

        assertThat(alarms.stream().map(Alarm::what))
                .containsExactly(
                        "2 accounts have papers of the same supplier: Mill & Co. Doubts about it are doubts about all of"
                                + " them.",
                        "Papers of 2 accounts have the same on them (1 High St): Amazon may take them for one seller's"
                                + " accounts.");
        assertThat(hits(alarms.get(1))).containsExactly("a: D-2", "b: D-9");
    }

    @Test
    void aPaperOfTheSameKindDayAndSize() {
        assertThat(alarms(
                        one("acme", store("a").paper(DocumentKind.TEST_REPORT, "D-1", "", "", "", 4711)),
                        one("north", store("b").paper(DocumentKind.TEST_REPORT, "D-2", "", "", "", 4711)),
                        one("south", store("c").paper(DocumentKind.TEST_REPORT, "D-3", "", "", "", 4712))))
                .singleElement()
                .satisfies(
                        alarm -> assertThat(alarm.what())
                                .startsWith(
                                        "Papers of 2 accounts have the same on them (Test report of 23 October 2026, 4,711 bytes)"));
        assertThat(alarms(
                        one("acme", store("a").paper(DocumentKind.TEST_REPORT, "D-1", "", "", "", 0)),
                        one("north", store("b").paper(DocumentKind.TEST_REPORT, "D-2", "", "", "", 0))))
                .isEmpty();
    }

    @Test
    void theSameWordsOnWhatWasDone() {
        String words = "We moved all orders of the late lane to a second carrier and check its scans daily.";
        List<Alarm> alarms = alarms(
                one("acme", store("a").did("late-shipment/action.carrier", words)),
                one(
                        "north",
                        store("b").did("late-shipment/action.scan", words.toUpperCase(java.util.Locale.ROOT) + " ")),
                one("south", store("c").did("late-shipment/action.scan", words.replace("daily", "weekly"))));

        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(Alarm.Kind.WORDS);
            assertThat(alarm.isForManagers()).isTrue();
            assertThat(alarm.what())
                    .isEqualTo(
                            "2 accounts say in the same words what was done (\"we moved all orders of the late lane to"
                                    + " a second carrier and check its scans dai\u2026\"): Amazon may take the same text for a sign"
                                    + " that accounts are linked.");
            assertThat(hits(alarm)).containsExactly("a: late-shipment/action.carrier", "b: late-shipment/action.scan");
        });
    }
}
