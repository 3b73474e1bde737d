package redflag.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import redflag.basics.Rate;
import redflag.outlook.Assumption;
import redflag.outlook.CourseDay;
import redflag.outlook.LikelyDay;
import redflag.outlook.Outlook;
import redflag.outlook.WhatIf;
import redflag.report.OutlookDaysSheet.Cells;
import redflag.rules.Target;
import redflag.words.Messages;
import redflag.xlsx.Chart;

/** The rate of a metric on each day to come under each assumption, beside its target. */
final class OutlookChart {

    private OutlookChart() {}

    /**
     * @param row with courses
     * @param place of the metric on the sheet of days
     */
    static Chart of(OutlookSheet.Told row, int place, ReportWords words) {
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
                                .toList(),
                        Optional.of(OutlookDaysSheet.of(cells(assumption), place, words)))));
        if (!outlook.likely().isEmpty()) {
            series.add(likely("least", LikelyDay::least, Cells.LEAST, row, place, words));
            series.add(likely("most", LikelyDay::most, Cells.MOST, row, place, words));
        }
        WhatIf.of(outlook, target)
                .ifPresent(whatIf -> series.add(new Chart.Series(
                        messages.text("sheet.outlook.chart.own"),
                        Chart.Stroke.OWN,
                        whatIf.days().stream()
                                .map(day -> day.rate().map(BigDecimal::doubleValue))
                                .toList(),
                        Optional.of(OutlookDaysSheet.of(Cells.OWN_RATE, place, words)))));
        series.add(new Chart.Series(
                messages.text("sheet.chart.target", Map.of("target", words.target(target))),
                Chart.Stroke.TARGET,
                Collections.nCopies(days.size(), Optional.of(target.value().doubleValue())),
                Optional.of(OutlookDaysSheet.of(Cells.TARGET, place, words))));
        return new Chart(
                Chart.Kind.LINES,
                title(row, words),
                messages.text("sheet.outlook.chart.alt", Map.of("metric", words.metric(row.reading()))),
                new Chart.Labels(
                        days.stream().map(day -> day.day().toString()).toList(),
                        Optional.of(OutlookDaysSheet.of(Cells.DAY, place, words))),
                series);
    }

    private static Chart.Series likely(
            String name,
            ToLongFunction<LikelyDay> defects,
            Cells cells,
            OutlookSheet.Told row,
            int place,
            ReportWords words) {
        return new Chart.Series(
                words.messages().text("sheet.outlook.chart." + name),
                Chart.Stroke.LIKELY,
                row.outlook().likely().stream()
                        .map(day -> day.total() == 0
                                ? Optional.<Double>empty()
                                : Optional.of(stated(
                                        new Rate(defects.applyAsLong(day), day.total()),
                                        row.reading().target())))
                        .toList(),
                Optional.of(OutlookDaysSheet.of(cells, place, words)));
    }

    private static double stated(Rate rate, Target target) {
        return target.condition().stated(rate).doubleValue();
    }

    private static Cells cells(Assumption assumption) {
        return switch (assumption) {
            case NO_NEW_DEFECTS -> Cells.CLEAN_RATE;
            case USUAL_PACE -> Cells.PACE_RATE;
            case FEWER_ORDERS -> Cells.FEWER_RATE;
        };
    }

    private static Chart.Stroke stroke(Assumption assumption) {
        return switch (assumption) {
            case NO_NEW_DEFECTS -> Chart.Stroke.MAIN;
            case USUAL_PACE -> Chart.Stroke.THIRD;
            case FEWER_ORDERS -> Chart.Stroke.SECOND;
        };
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
