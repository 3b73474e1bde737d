package redflag.report;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redflag.metrics.Finding;
import redflag.outlook.Outlook;
import redflag.plan.Measure;
import redflag.plan.Plan;
import redflag.rules.Status;
import redflag.words.Messages;

/** The days that a report knows of by which something is due or breaks. */
final class Deadlines {

    private static final Set<Measure.State> LEFT_TO_DO = EnumSet.of(
            Measure.State.OPEN,
            Measure.State.NOT_A_DAY,
            Measure.State.NO_DAY,
            Measure.State.NO_PERSON,
            Measure.State.NO_NOTE,
            Measure.State.NOTE_UNUSABLE,
            Measure.State.OTHER_QUESTION);
    private static final int MOST = 4;
    /** So that days which are over leave room for the next ones. */
    private static final int MOST_OVER = 2;

    private Deadlines() {}

    /** What plans of the night still ask people to confirm. */
    static List<Measure> open(RiskReport report) {
        return report.measures().stream()
                .filter(measure ->
                        LEFT_TO_DO.contains(measure.state()) && !measure.what().isEmpty())
                .toList();
    }

    /** People write down days as they like: only one in ISO form is a day for sure. */
    static Optional<LocalDate> due(Measure measure) {
        return measure.due().flatMap(due -> {
            try {
                return Optional.of(LocalDate.parse(due.strip()));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    /** Of what a plan still asks to confirm. */
    static List<LocalDate> ofActions(RiskReport report, Plan plan) {
        return open(report).stream()
                .filter(measure -> measure.id().startsWith(plan.reason().word() + "/"))
                .flatMap(measure -> due(measure).stream())
                .toList();
    }

    /** In words, the next first; empty where none is known. */
    static String told(RiskReport report, ReportWords words) {
        Messages messages = words.messages();
        TreeMap<LocalDate, List<String>> days = new TreeMap<>();
        open(report).stream()
                .flatMap(measure -> due(measure).stream())
                .collect(Collectors.groupingBy(day -> day, Collectors.counting()))
                .forEach((day, count) ->
                        add(days, day, messages.text("summary.deadline.actions", Map.of("count", count))));
        report.notices()
                .open()
                .forEach(notice ->
                        notice.clock().due().ifPresent(day -> add(days, day, NoticeWords.due(notice, messages))));
        report.plans().stream()
                .flatMap(plan -> plan.disputes().stream())
                .flatMap(dispute -> dispute.orders().stream())
                .flatMap(order -> order.until().stream())
                .collect(Collectors.groupingBy(day -> day, Collectors.counting()))
                .forEach((day, count) ->
                        add(days, day, messages.text("summary.deadline.disputes", Map.of("count", count))));
        for (Finding finding : report.findings()) {
            if (finding.reading().decides() && finding.reading().status() != Status.OFF_TARGET) {
                finding.outlook()
                        .flatMap(Outlook::firstDayOffTarget)
                        .ifPresent(day -> add(
                                days,
                                day,
                                messages.text(
                                        "summary.deadline.breaks", Map.of("metric", words.metric(finding.reading())))));
            }
        }
        List<Map.Entry<LocalDate, List<String>>> shown = new ArrayList<>();
        days.headMap(report.asOf()).entrySet().stream().limit(MOST_OVER).forEach(shown::add);
        days.tailMap(report.asOf()).entrySet().stream()
                .limit(MOST - shown.size())
                .forEach(shown::add);
        List<String> told = shown.stream()
                .map(day -> messages.text(
                        "summary.deadline",
                        Map.of(
                                "day",
                                day.getKey(),
                                "what",
                                String.join(messages.text("sheet.list-separator"), day.getValue()))))
                .toList();
        return words.clauses(told);
    }

    private static void add(Map<LocalDate, List<String>> days, LocalDate day, String what) {
        days.computeIfAbsent(day, none -> new ArrayList<>()).add(what);
    }
}
