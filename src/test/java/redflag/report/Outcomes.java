package redflag.report;

import static redflag.report.SampleReports.AS_OF;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redflag.basics.AccountId;
import redflag.basics.StoreId;
import redflag.documents.DocumentKind;
import redflag.report.StoreDetail.CommonCause;
import redflag.report.StoreDetail.Deadline;
import redflag.report.StoreDetail.Exact;
import redflag.report.StoreDetail.ReadingDetail;
import redflag.report.StoreDetail.Yardstick;
import redflag.report.StoreOutcome.ReadingInBrief;
import redflag.risk.RiskLevel;
import redflag.rules.Condition;
import redflag.rules.Metric;
import redflag.rules.Status;
import redflag.rules.Target;
import redflag.words.Messages;

/** Outcomes of stores, made part by part. */
final class Outcomes {

    static final Yardstick UNDER_4 = new Yardstick(
            Condition.LESS_THAN, new BigDecimal("0.04"), 30, 0, Target.Axis.ORDER_DATE, java.util.Set.of(), false);

    private final String id;
    private final List<ReadingInBrief> readings = new ArrayList<>();
    private final List<ReadingDetail> details = new ArrayList<>();
    private final List<CommonCause> causes = new ArrayList<>();
    private final List<MissingExport> missing = new ArrayList<>();
    private final List<ExportAge> old = new ArrayList<>();
    private RiskLevel risk = RiskLevel.OFF_TARGET;
    private Optional<LocalDate> since = Optional.of(AS_OF.minusDays(1));
    private Optional<LocalDate> firstOff = Optional.empty();
    private Optional<Deadline> deadline = Optional.empty();
    private final List<StoreLinks.Complaint> complaints = new ArrayList<>();
    private final Set<String> sold = new TreeSet<>();
    private final List<StoreLinks.Paper> papers = new ArrayList<>();
    private final List<StoreLinks.Deed> deeds = new ArrayList<>();

    private Outcomes(String id) {
        this.id = id;
    }

    static Outcomes store(String id) {
        return new Outcomes(id);
    }

    Outcomes late(Status before, Status now) {
        return reading(Metric.LATE_SHIPMENT_RATE_30, before, now, true, Optional.empty());
    }

    /** Measured exactly, on target. */
    Outcomes exactly(String part, String whole, Yardstick by) {
        Exact exact = new Exact(new BigDecimal(part), new BigDecimal(whole), by);
        return reading(Metric.LATE_SHIPMENT_RATE_30, Status.ON_TARGET, Status.ON_TARGET, true, Optional.of(exact));
    }

    Outcomes reading(Metric metric, Status before, Status now, boolean enforced, Optional<Exact> exact) {
        readings.add(new ReadingInBrief(
                metric, Optional.empty(), Optional.empty(), now, enforced, "4.20 % (21 of 500)", "under 4 %", ""));
        details.add(new ReadingDetail(
                "4.20 %",
                Optional.of(new BigDecimal("4.2")), false, "", Optional.of(before), false, exact, Optional.empty()));
        return this;
    }

    Outcomes cause(CommonCause cause) {
        causes.add(cause);
        return this;
    }

    Outcomes missing(String kind, String name) {
        missing.add(new MissingExport(kind, name, "Somewhere", List.of(Metric.ORDER_DEFECT_RATE)));
        return this;
    }

    Outcomes old(ExportAge age) {
        old.add(age);
        return this;
    }

    Outcomes since(LocalDate day) {
        since = Optional.of(day);
        return this;
    }

    Outcomes risk(RiskLevel level) {
        risk = level;
        return this;
    }

    Outcomes firstOff(int days) {
        firstOff = Optional.of(AS_OF.plusDays(days));
        return this;
    }

    Outcomes due(int days) {
        deadline = Optional.of(new Deadline(AS_OF.plusDays(days), "Answer."));
        return this;
    }

    /** The same words in every language. */
    static Map<String, StoreWords> words(String headline, List<String> steps) {
        return words(headline, steps, "");
    }

    static Map<String, StoreWords> words(String headline, List<String> steps, String readiness) {
        StoreWords words = new StoreWords(headline, steps, "", readiness);
        return Messages.languages().stream().collect(Collectors.toMap(language -> language, language -> words));
    }

    Outcomes complained(String notice, String owner, String... asins) {
        complaints.add(new StoreLinks.Complaint(
                notice,
                "Intellectual property",
                Set.of(asins),
                Optional.of(owner).filter(name -> !name.isEmpty())));
        return this;
    }

    Outcomes sells(String... asins) {
        sold.addAll(List.of(asins));
        return this;
    }

    Outcomes paper(DocumentKind kind, String paper, String name, String address, String supplier, long bytes) {
        papers.add(new StoreLinks.Paper(
                paper,
                Optional.of(kind),
                Optional.of(AS_OF.minusDays(30)),
                Optional.of(name).filter(text -> !text.isEmpty()),
                Optional.of(address).filter(text -> !text.isEmpty()),
                Optional.of(supplier).filter(text -> !text.isEmpty()),
                bytes));
        return this;
    }

    Outcomes did(String action, String words) {
        deeds.add(new StoreLinks.Deed(action, words));
        return this;
    }

    StoreOutcome made() {
        return new StoreOutcome(
                new StoreId(id),
                id,
                "US",
                "mia@agency.example",
                AS_OF,
                risk,
                List.of(),
                false,
                words("", List.of()),
                readings,
                missing,
                old,
                0,
                List.of(),
                List.of(),
                new StoreDetail(
                        details,
                        since.map(day -> new StoreDetail.Change(day, 0, 0, 0, 0, "")),
                        firstOff,
                        deadline,
                        List.of(),
                        0,
                        List.of(),
                        causes,
                        false,
                        List.of()),
                new StoreLinks(complaints, sold, papers, deeds));
    }

    static AccountOutcome account(
            String id, List<FileRead> files, List<QuarantinedFile> quarantined, Outcomes... stores) {
        return new AccountOutcome(
                AccountOutcome.VERSION,
                new AccountId(id),
                List.of(stores).stream().map(Outcomes::made).toList(),
                files,
                0,
                quarantined,
                List.of(),
                1,
                Optional.empty());
    }

    static AccountOutcome account(String id, Outcomes... stores) {
        return account(id, List.of(), List.of(), stores);
    }

    static Portfolio portfolio(AccountOutcome... accounts) {
        List<StoreOutcome> stores = List.of(accounts).stream()
                .flatMap(account -> account.stores().stream())
                .sorted(BurnsFirst.ORDER)
                .toList();
        return new Portfolio("nightly", AS_OF, stores, List.of(accounts), List.of(), List.of(), List.of());
    }
}
