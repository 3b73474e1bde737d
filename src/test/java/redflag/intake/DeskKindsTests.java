package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.ledger.FactType;
import redflag.ledger.FileFacts;

/** The tables that people keep by hand, and those of their ERPs, in English and Chinese, as CSV and as a workbook. */
class DeskKindsTests {

    enum Language {
        EN,
        ZH
    }

    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource
    void notices(Language language) throws Exception {
        boolean english = language == Language.EN;
        String[] cells = {
            "N-1",
            "alder-us",
            "2026-11-05",
            english ? "Intellectual property" : "知识产权投诉",
            english ? "Trademark" : "商标",
            english ? "received" : "收到投诉",
            "Bellmakers Ltd",
            "9001",
            "B0MADEUP01; BELL-1",
            "111-0000000-0000001",
            "Provide a letter of authorisation.",
            "2026-11-08",
            english ? "submit appeal" : "有申诉按钮",
            english ? "Refused" : "被拒绝",
            "Bells, brass",
            "2026-11-06: plan",
            "2026-11-07: not enough",
            "call the lawyer"
        };

        assertRead(
                "notices",
                language,
                FactType.NOTICE,
                cells,
                "store alder-us, reason " + cells[3] + ", status " + cells[13] + ", banner " + cells[12]
                        + ", id N-1, title Bells, brass, listings B0MADEUP01; BELL-1, order-list 111-0000000-0000001,"
                        + " received 2026-11-05, deadline 2026-11-08, state refused, notice-kind intellectual-property,"
                        + " right trademark, right-as-written " + cells[4] + ", complaint received,"
                        + " complaint-as-written " + cells[5] + ", rights-owner Bellmakers Ltd, complaint-id 9001,"
                        + " appeal appeal-button, amazon-wrote Provide a letter of authorisation.,"
                        + " submitted 2026-11-06: plan, amazon-answered 2026-11-07: not enough, note call the lawyer,"
                        + " due 2026-11-08");
    }

    /** Files that people began with it go on. */
    @ParameterizedTest
    @EnumSource
    void noticesOfTheFirstTemplate(Language language) throws Exception {
        String state = language == Language.EN ? "To do" : "未处理";
        MadeTable table = DocumentedHeaders.table(
                        "notices", (language == Language.EN ? "en" : "zh") + ", the first template")
                .cells(
                        "N-1",
                        "alder-us",
                        "2026-11-05",
                        "intellectual property (trademark)",
                        "B0MADEUP01; BELL-1",
                        "2026-11-08",
                        state,
                        "Bells, brass",
                        "call the lawyer");

        assertThat(FactText.of(Exports.read(dir, "notices.csv", table.csv())))
                .containsExactly("store alder-us, reason intellectual property (trademark), status " + state
                        + ", id N-1, title Bells, brass, listings B0MADEUP01; BELL-1, received 2026-11-05,"
                        + " deadline 2026-11-08, state open, notice-kind intellectual-property, note call the lawyer,"
                        + " due 2026-11-08");
    }

    @ParameterizedTest
    @CsvSource({
        "new, new",
        "新, new",
        "open, open",
        "To do, open",
        "待处理, open",
        "in progress, in-progress",
        "处理中, in-progress",
        "Sent, sent",
        "已提交, sent",
        "refused, refused",
        "被拒绝, refused",
        "Answered, answered",
        "已答复, answered",
        "Closed, closed",
        "done, closed",
        "已完成, closed",
        "no action needed, not-needed",
        "无需处理, not-needed"
    })
    void statesOfNotices(String word, String state) throws Exception {
        assertThat(FactText.of(Exports.read(dir, "notices.csv", notice("state", word))))
                .containsExactly("reason odr, status " + word + ", id N-1, received 2026-11-05, state " + state
                        + ", notice-kind order-defect-rate");
    }

    @ParameterizedTest
    @CsvSource({
        "performance notification, performance",
        "绩效通知, performance",
        "order-defect-rate, order-defect-rate",
        "ODR, order-defect-rate",
        "late shipment rate, late-shipment",
        "迟发率, late-shipment",
        "cancellation rate, cancellation",
        "配送前取消率, cancellation",
        "VTR, valid-tracking",
        "on-time delivery rate, on-time-delivery",
        "发票缺陷率, invoice-defects",
        "inauthentic, authenticity",
        "商品真实性买家投诉, authenticity",
        "used sold as new, condition",
        "商品状况买家投诉, condition",
        "intellectual-property, intellectual-property",
        "counterfeit without test buy, intellectual-property",
        "涉嫌侵犯知识产权, intellectual-property",
        "food and product safety issues, product-safety",
        "商品安全买家投诉, product-safety",
        "restricted products, restricted-products",
        "违反受限商品政策, restricted-products",
        "listing policy violation, listing-policy",
        "上架政策违规, listing-policy",
        "removed reviews, review-policy",
        "移除评论, review-policy",
        "dropshipping, drop-shipping",
        "代发货, drop-shipping",
        "related accounts, linked-accounts",
        "关联账户, linked-accounts",
        "re-verification, verification",
        "二次验证, verification",
        "temporary review, temporary-review",
        "临时审核, temporary-review",
        "Account deactivated, deactivation",
        "账户停用, deactivation",
        "funds withheld, funds-withheld",
        "扣留资金, funds-withheld"
    })
    void kindsOfNotices(String word, String kind) throws Exception {
        assertThat(FactText.of(Exports.read(dir, "notices.csv", notice("reason", word))))
                .containsExactly("reason " + word + ", id N-1, received 2026-11-05, notice-kind " + kind);
    }

    /** What the row says besides is kept. */
    @Test
    void unknownWordsAndWhatIsNoDayAreSaid() throws Exception {
        FileFacts facts = Exports.read(
                dir,
                "notices.csv",
                DocumentedHeaders.table("notices", "en")
                        .row(
                                "notice",
                                "N-1",
                                "received",
                                "last week",
                                "reason",
                                "section 3",
                                "right",
                                "design",
                                "complaint",
                                "rumoured",
                                "deadline",
                                "within 3 days",
                                "banner",
                                "red",
                                "state",
                                "hm",
                                "title",
                                "Bells")
                        .csv());

        assertThat(facts.rejections()).isEmpty();
        assertThat(FactText.of(facts))
                .containsExactly(
                        "reason section 3, status hm, banner red, id N-1, title Bells, right-as-written design,"
                                + " complaint-as-written rumoured, not-a-day within 3 days, due within 3 days");
        assertThat(facts.warnings())
                .extracting(warning -> warning.key() + " " + warning.facts().get("column") + " "
                        + warning.facts().getOrDefault("found", warning.facts().get("word")))
                .containsExactlyInAnyOrder(
                        "warning.not-a-day received last week",
                        "warning.not-a-day deadline within 3 days",
                        "warning.unknown-word reason section 3",
                        "warning.unknown-word right design",
                        "warning.unknown-word complaint rumoured",
                        "warning.unknown-word banner red",
                        "warning.unknown-word state hm");
    }

    /** @param cells that stand in it besides, or in place of what stands there */
    private static String notice(String... cells) {
        MadeTable table = DocumentedHeaders.table("notices", "en");
        String[] row = new String[table.header().size()];
        Arrays.fill(row, "");
        row[table.header().indexOf("notice")] = "N-1";
        row[table.header().indexOf("received")] = "2026-11-05";
        row[table.header().indexOf("reason")] = "odr";
        for (int i = 0; i < cells.length; i += 2) {
            row[table.header().indexOf(cells[i])] = cells[i + 1];
        }
        return table.cells(row).csv();
    }

    @ParameterizedTest
    @EnumSource
    void documents(Language language) throws Exception {
        String[] cells = {
            "D-1",
            "alder-us",
            language == Language.EN ? "Invoice no. 7" : "采购发票",
            "papers/d-1.pdf",
            "2026-09-01",
            "2027-09-01",
            "Alder Bells Ltd",
            "1 Foundry Lane",
            "Bellfounders",
            "Alder Bells",
            "B0MADEUP01; BELL-1",
            "120; 40",
            "N-1",
            "2 pages"
        };

        assertRead(
                "documents",
                language,
                FactType.DOCUMENT,
                cells,
                "store alder-us, id D-1, listings B0MADEUP01; BELL-1, document-kind supplier-invoice, issued 2026-09-01,"
                        + " holder Alder Bells Ltd, holder-address 1 Foundry Lane, file papers/d-1.pdf, note 2 pages,"
                        + " document-kind-as-written " + cells[2] + ", expires 2027-09-01, supplier Bellfounders,"
                        + " buyer Alder Bells, units 120; 40, notices N-1");
    }

    /** Files that people began with it go on. */
    @ParameterizedTest
    @EnumSource
    void documentsOfTheFirstTemplate(Language language) throws Exception {
        String invoice = language == Language.EN ? "invoice" : "发票";
        MadeTable table = DocumentedHeaders.table(
                        "documents", (language == Language.EN ? "en" : "zh") + ", the first template")
                .cells(
                        "D-1",
                        "alder-us",
                        invoice,
                        "2026-09-01",
                        "Alder Bells Ltd",
                        "1 Foundry Lane",
                        "papers/d-1.pdf",
                        "2 pages");

        assertThat(FactText.of(Exports.read(dir, "documents.csv", table.csv())))
                .containsExactly("store alder-us, id D-1, document-kind supplier-invoice, issued 2026-09-01,"
                        + " holder Alder Bells Ltd, holder-address 1 Foundry Lane, file papers/d-1.pdf, note 2 pages,"
                        + " document-kind-as-written " + invoice);
    }

    @ParameterizedTest
    @EnumSource
    void actions(Language language) throws Exception {
        String[] cells = {
            "late-shipment-1",
            "alder-us",
            "Ben",
            "next week",
            "2026-11-05",
            "Ann",
            "papers/mail.pdf",
            "also told the carrier"
        };

        assertRead(
                "actions",
                language,
                FactType.ACTION,
                cells,
                "store alder-us, id late-shipment-1, done-on 2026-11-05, done-by Ann, proof papers/mail.pdf,"
                        + " note also told the carrier, owner Ben, due next week");
    }

    /** A row of it is the state of the account, and a figure for each column of counts. */
    @ParameterizedTest
    @EnumSource
    void accountStatus(Language language) throws Exception {
        String[] cells = {"alder-us", "2026-11-05", "At risk", "Act within 3 days", "212", "2", ""};
        String own = "store alder-us, ";
        String state = "stated-on 2026-11-05, account-status At risk, banner Act within 3 days";

        assertRead(
                "accountStatus",
                language,
                FactType.ACCOUNT_STATE,
                cells,
                own + "metric listingPolicyViolations, affected 2, " + state,
                own + "metric accountHealthRating, score 212, " + state,
                own + state);
    }

    /** The counts are optional: a table of states alone says something too. */
    @Test
    void anAccountStatusNeedsNoCounts() throws Exception {
        MadeTable table = DocumentedHeaders.table("accountStatus", "en, no counts")
                .row("store", "alder-us", "on", "2026-11-05", "account status", "Normal");

        assertThat(FactText.of(Exports.read(dir, "status.csv", table.csv())))
                .containsExactly("store alder-us, stated-on 2026-11-05, account-status Normal");
    }

    private void assertRead(String kind, Language language, FactType feeds, String[] cells, String... rows)
            throws Exception {
        MadeTable table = DocumentedHeaders.table(kind, language == Language.EN ? "en" : "zh")
                .cells(cells);
        Files.writeString(dir.resolve("utf8.csv"), table.csv());
        Files.writeString(dir.resolve("chinese.csv"), table.csv(), Charset.forName("GB18030"));
        Files.write(dir.resolve("desk.xlsx"), table.xlsx());
        for (String name : new String[] {"utf8.csv", "chinese.csv", "desk.xlsx"}) {
            FileFacts facts = Exports.read(dir, name, Hints.none());

            assertThat(facts.kind()).as(name).isEqualTo(kind);
            assertThat(facts.rejections()).as(name).isEmpty();
            assertThat(facts.tables()).as(name).containsKey(feeds);
            assertThat(FactText.of(facts)).as(name).containsExactly(rows);
        }
    }

    /** In a workbook days are days of the calendar and shares carry their sign. */
    @Test
    void aWorkbookOfFiguresHasDatesAndPercent() throws Exception {
        Files.write(
                dir.resolve("figures.xlsx"),
                Workbook.of("店铺", "统计日期", "订单缺陷率", "账户状况评级")
                        .row("alder-us", LocalDate.parse("2026-11-05"), new Workbook.Percent(0.0148), 212)
                        .bytes());

        assertThat(FactText.of(Exports.read(dir, "figures.xlsx", Hints.none())))
                .containsExactly(
                        "store alder-us, metric orderDefectRate, rate 0.0148, stated-on 2026-11-05",
                        "store alder-us, metric accountHealthRating, score 212, stated-on 2026-11-05");
    }

    /** The heading says percent or fraction, or each value its sign. */
    @ParameterizedTest
    @CsvSource({
        "'en, percent', order defect rate (%), 1.48",
        "'en, percent', order defect rate (%), 1.48%",
        "'en, fraction', ODR-fraction, 0.0148",
        "'en, signed', order defect rate, 1.48%",
        "'en, signed', order defect rate, 1.48％",
        "'zh, percent', 订单缺陷率（%）, 1.48",
        "'zh, signed', 订单缺陷率, 1.48 %"
    })
    void ratesAColumnAMetric(String form, String column, String value) throws Exception {
        boolean chinese = form.startsWith("zh");
        String store = chinese ? (form.contains("signed") ? "店铺名称" : "店铺") : "store";
        String day = chinese ? (form.contains("signed") ? "统计日期" : "日期") : "date";
        MadeTable table = DocumentedHeaders.table("performanceSummaryWide", form)
                .row(store, "alder-us", day, "2026-11-05", column, value);

        assertThat(FactText.of(Exports.read(dir, "figures.csv", table.csv())))
                .containsExactly("store alder-us, metric orderDefectRate, rate 0.0148, stated-on 2026-11-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.48", "0.0148", "0"})
    void aBareNumberIsRefusedWithTheWholeFile(String value) {
        MadeTable table = DocumentedHeaders.table("performanceSummaryWide", "zh, signed")
                .row("店铺名称", "alder-us", "统计日期", "2026-11-05", "迟发率（30天）", value);

        assertThatThrownBy(() -> Exports.read(dir, "figures.csv", table.csv()))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why().key()).isEqualTo("quarantine.ambiguous-rate"));
    }

    /** Every metric that a heading of the wide form names, read in its place; a blank cell is no figure. */
    @Test
    void everyColumnIsItsMetrics() throws Exception {
        MadeTable table = DocumentedHeaders.table("performanceSummaryWide", "zh, signed")
                .row(
                        "店铺名称", "alder-us",
                        "统计日期", "2026-11-05",
                        "订单缺陷率", "1%",
                        "迟发率（30天）", "2%",
                        "订单取消率", "",
                        "有效追踪率", "97.5%",
                        "准时交货率", "90%");

        assertThat(FactText.of(Exports.read(dir, "figures.csv", table.csv())))
                .extracting(row -> row.replaceFirst(".*metric (\\S+), rate ([0-9.]+), .*", "$1 $2"))
                .containsExactlyInAnyOrder(
                        "orderDefectRate 0.01",
                        "lateShipmentRate30 0.02",
                        "validTrackingRate 0.975",
                        "unitOnTimeDeliveryRate 0.90");
    }

    /** Amazon shows them in no export: a performance summary is the only place where they come from. */
    @Test
    void earlySignsAreReadFromAPerformanceSummary() throws Exception {
        String summary = """
                store,metric,period-from,period-to,affected,total,rate-percent
                alder-us,returnDissatisfactionRate,2026-10-24,2026-11-22,3,40,
                alder-us,contact response within 24 hours,2026-10-24,2026-11-22,,,97.5
                """;

        assertThat(FactText.of(Exports.read(dir, "summary.csv", summary)))
                .containsExactly(
                        "store alder-us, metric returnDissatisfactionRate, from 2026-10-24, to 2026-11-22, affected 3,"
                                + " total 40",
                        "store alder-us, metric contact response within 24 hours, from 2026-10-24, to 2026-11-22,"
                                + " rate 0.975");
    }

    /** One bad figure rejects its row with all of its figures. */
    @Test
    void aBadFigureCostsItsRow() throws Exception {
        MadeTable table = DocumentedHeaders.table("performanceSummaryWide", "en, percent")
                .row(
                        "store",
                        "alder-us",
                        "date",
                        "2026-11-05",
                        "order defect rate (%)",
                        "1",
                        "account health rating",
                        "200")
                .row(
                        "store",
                        "birch-us",
                        "date",
                        "2026-11-05",
                        "order defect rate (%)",
                        "1",
                        "account health rating",
                        "good");
        FileFacts facts = Exports.read(dir, "figures.csv", table.csv());

        assertThat(facts.rowsRead()).isEqualTo(2);
        assertThat(facts.rowsRejected()).isEqualTo(1);
        assertThat(FactText.of(facts))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).startsWith("store alder-us"));
    }

    @Test
    void aLongSummary() throws Exception {
        MadeTable table = DocumentedHeaders.table("performanceSummary", "long")
                .row(
                        "store", "alder-us",
                        "metric", "orderDefectRate",
                        "period-from", "2026-09-01",
                        "period-to", "2026-10-30",
                        "affected", "3",
                        "total", "1,200",
                        "rate-percent", "0.25");

        assertThat(FactText.of(Exports.read(dir, "summary.csv", table.csv())))
                .containsExactly("store alder-us, metric orderDefectRate, from 2026-09-01, to 2026-10-30, affected 3,"
                        + " total 1200, rate 0.0025");
    }
}
