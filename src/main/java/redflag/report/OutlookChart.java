package redflag.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.outlook.Assumption;
import redflag.outlook.CourseDay;
import redflag.rules.Target;
import redflag.words.Messages;
import redflag.xlsx.Chart;

/** The rate of a metric on each day to come under each assumption, beside its target. */
final class OutlookChart {

    private OutlookChart() {}

    /** @param days those to come */
    static Chart of(OutlookSheet.Told row, List<OutlookSheet.Ahead> days, ReportWords words) {
        Messages messages = words.messages();
        Target target = row.reading().target();
        List<Chart.Series> series = new ArrayList<>();
        series.add(course("clean", Chart.Stroke.MAIN, Assumption.NO_NEW_DEFECTS, days, messages));
        series.add(course("pace", Chart.Stroke.THIRD, Assumption.USUAL_PACE, days, messages));
        series.add(course("fewer", Chart.Stroke.SECOND, Assumption.FEWER_ORDERS, days, messages));
        series.add(new Chart.Series(
                messages.text("sheet.chart.target", Map.of("target", words.target(target))),
                Chart.Stroke.TARGET,
                Collections.nCopies(days.size(), Optional.of(target.value().doubleValue()))));
        return new Chart(
                Chart.Kind.LINES,
                title(row, words),
                messages.text("sheet.outlook.chart.alt", Map.of("metric", words.metric(row.reading()))),
                days.stream().map(ahead -> ahead.day().toString()).toList(),
                series);
    }

    private static Chart.Series course(
            String name, Chart.Stroke stroke, Assumption assumption, List<OutlookSheet.Ahead> days, Messages messages) {
        return new Chart.Series(
                messages.text("sheet.outlook.chart." + name),
                stroke,
                days.stream()
                        .map(day -> day.on(assumption)
                                .flatMap(CourseDay::rate)
                                .map(rate -> day.reading()
                                        .target()
                                        .condition()
                                        .stated(rate)
                                        .doubleValue()))
                        .toList());
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
