package redflag.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Rate;
import redflag.outlook.Assumption;
import redflag.outlook.CourseDay;
import redflag.outlook.LikelyDay;
import redflag.outlook.Outlook;
import redflag.outlook.WhatIf;
import redflag.rules.Target;
import redflag.words.Messages;
import redflag.xlsx.Chart;

/** The rate of a metric on each day to come under each assumption, beside its target. */
final class OutlookChart {

    private OutlookChart() {}

    /**
     * @param row with courses
     * @param own the cells with what a reader tries
     */
    static Chart of(OutlookSheet.Told row, String own, ReportWords words) {
        Messages messages = words.messages();
        Outlook outlook = row.outlook();
        Target target = row.reading().target();
        List<CourseDay> days =
                outlook.course(Assumption.NO_NEW_DEFECTS).orElseThrow().days();
        List<Chart.Series> series = new ArrayList<>();
        outlook.courses()
                .forEach((assumption, course) -> series.add(new Chart.Series(
                        messages.text("sheet.outlook.chart." + assumption.jsonName()),
                        stroke(assumption),
                        course.days().stream()
                                .map(day -> day.rate().map(rate -> stated(rate, target)))
                                .toList())));
        WhatIf.of(outlook, target)
                .ifPresent(whatIf -> series.add(new Chart.Series(
                        messages.text("sheet.outlook.chart.own"),
                        Chart.Stroke.OWN,
                        whatIf.days().stream()
                                .map(day -> day.rate().map(BigDecimal::doubleValue))
                                .toList(),
                        Optional.of(own))));
        series.add(new Chart.Series(
                messages.text("sheet.chart.target", Map.of("target", words.target(target))),
                Chart.Stroke.TARGET,
                Collections.nCopies(days.size(), Optional.of(target.value().doubleValue()))));
        return new Chart(
                Chart.Kind.LINES,
                title(row, words),
                messages.text("sheet.outlook.chart.alt", Map.of("metric", words.metric(row.reading()))),
                days.stream().map(day -> day.day().toString()).toList(),
                series,
                band(outlook, target, messages));
    }

    private static Chart.Stroke stroke(Assumption assumption) {
        return switch (assumption) {
            case NO_NEW_DEFECTS -> Chart.Stroke.MAIN;
            case USUAL_PACE -> Chart.Stroke.THIRD;
            case FEWER_ORDERS -> Chart.Stroke.SECOND;
        };
    }

    private static double stated(Rate rate, Target target) {
        return target.condition().stated(rate).doubleValue();
    }

    /** Of rates of the good ones the most defects are the lower line. */
    private static Optional<Chart.Band> band(Outlook outlook, Target target, Messages messages) {
        List<LikelyDay> likely = outlook.likely();
        if (likely.isEmpty() || likely.stream().anyMatch(day -> day.total() == 0)) {
            return Optional.empty();
        }
        List<Double> ofLeast = new ArrayList<>();
        List<Double> ofMost = new ArrayList<>();
        for (LikelyDay day : likely) {
            ofLeast.add(stated(new Rate(day.least(), day.total()), target));
            ofMost.add(stated(new Rate(day.most(), day.total()), target));
        }
        boolean isOfTheGood = target.condition().isOfTheGood();
        return Optional.of(new Chart.Band(
                messages.text("sheet.outlook.chart.likely"),
                isOfTheGood ? ofMost : ofLeast,
                isOfTheGood ? ofLeast : ofMost));
    }

    private static String title(OutlookSheet.Told row, ReportWords words) {
        return words.messages()
                .text(
                        "sheet.outlook.chart.title",
                        Map.of(
                                "metric", words.metric(row.reading()),
                                "course", OutlookSheet.course(row.outlook()),
                                "day",
                                        OutlookSheet.turn(row.outlook())
                                                .map(words.messages()::day)
                                                .orElse("")));
    }
}
