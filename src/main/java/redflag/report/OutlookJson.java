package redflag.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import redflag.metrics.Contribution;
import redflag.metrics.Finding;
import redflag.outlook.Course;
import redflag.outlook.CourseDay;
import redflag.outlook.LikelyDay;
import redflag.outlook.Outlook;
import redflag.outlook.Rise;
import redflag.rules.Condition;
import tools.jackson.core.JsonGenerator;

/** The days to come of a reading, and what single products and days do to it, in the machine copy. */
final class OutlookJson {

    private OutlookJson() {}

    static void outlook(JsonGenerator json, Finding finding) {
        finding.outlook().ifPresent(outlook -> {
            json.writeObjectPropertyStart("outlook");
            days(json, outlook);
            json.writeObjectPropertyStart("courses");
            outlook.courses().forEach((assumption, course) -> course(json, assumption.jsonName(), course));
            json.writeEndObject();
            if (!outlook.likely().isEmpty()) {
                json.writeArrayPropertyStart("offTargetProbability");
                outlook.likely().forEach(day -> likely(json, day));
                json.writeEndArray();
            }
            json.writeArrayPropertyStart("risesWithoutDefect");
            for (Rise rise : outlook.rises()) {
                json.writeStartObject();
                json.writeStringProperty("day", rise.day().toString());
                json.writeNumberProperty("left", rise.left());
                json.writeNumberProperty("entered", rise.entered());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void likely(JsonGenerator json, LikelyDay day) {
        json.writeStartObject();
        json.writeStringProperty("day", day.day().toString());
        json.writeNumberProperty(
                "probability", BigDecimal.valueOf(day.chanceOffTarget()).setScale(4, RoundingMode.HALF_UP));
        json.writeNumberProperty("least", day.least());
        json.writeNumberProperty("most", day.most());
        json.writeEndObject();
    }

    private static void days(JsonGenerator json, Outlook outlook) {
        Json.day(json, "firstDayOnTarget", outlook.firstDayOnTarget());
        Json.day(json, "offTargetAgain", outlook.offTargetAgain());
        Json.day(json, "firstDayOffTarget", outlook.firstDayOffTarget());
        outlook.volume().ifPresent(volume -> {
            json.writeObjectPropertyStart("usualVolume");
            json.writeNumberProperty("days", volume.days());
            json.writeStringProperty("to", volume.knownOn().toString());
            json.writeNumberProperty("total", volume.orders());
            json.writeEndObject();
        });
        json.writeObjectPropertyStart("worstDays");
        outlook.courses()
                .forEach((assumption, course) -> course.worstDay().ifPresent(worst -> {
                    json.writeName(assumption.jsonName());
                    day(json, worst);
                }));
        json.writeEndObject();
    }

    private static void course(JsonGenerator json, String name, Course course) {
        json.writeArrayPropertyStart(name);
        course.days().forEach(day -> day(json, day));
        json.writeEndArray();
    }

    private static void day(JsonGenerator json, CourseDay day) {
        json.writeStartObject();
        json.writeStringProperty("day", day.day().toString());
        json.writeNumberProperty("affected", day.affected());
        json.writeNumberProperty("total", day.total());
        json.writeEndObject();
    }

    static void contributions(JsonGenerator json, Finding finding) {
        if (finding.contributions().isEmpty()) {
            return;
        }
        Condition condition = finding.reading().target().condition();
        json.writeArrayPropertyStart("contributions");
        for (Contribution contribution : finding.contributions()) {
            json.writeStartObject();
            json.writeStringProperty("dimension", contribution.dimension().name());
            json.writeStringProperty("group", contribution.group());
            json.writeNumberProperty("affected", contribution.of().affected());
            json.writeNumberProperty("total", contribution.of().total());
            contribution.without().ifPresent(rate -> {
                Json.decimal(json, "rateWithout", condition.stated(rate));
                json.writeBooleanProperty("onTargetWithout", contribution.onTargetWithout());
            });
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
