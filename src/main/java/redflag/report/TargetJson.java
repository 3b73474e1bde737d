package redflag.report;

import redflag.rules.Metric;
import redflag.rules.Target;
import tools.jackson.core.JsonGenerator;

/** A target in machine copies, the same wherever it is written. Rates are fractions; what does not exist is left out. */
public final class TargetJson {

    private TargetJson() {}

    /** Into the object that is open: all of it but the metric and the marketplace that it is of. */
    public static void write(JsonGenerator json, Target target) {
        json.writeStringProperty("level", target.metric().level().name());
        json.writeStringProperty("condition", target.condition().name());
        Json.decimal(json, "value", target.value());
        json.writeNumberProperty("windowDays", target.windowDays());
        json.writeNumberProperty("lagDays", target.lagDays());
        json.writeStringProperty("axis", target.axis().name());
        if (!target.counts().isEmpty()) {
            json.writeArrayPropertyStart("counts");
            target.counts().forEach(kind -> json.writeString(kind.name()));
            json.writeEndArray();
        }
        if (target.metric() == Metric.ORDER_DEFECT_RATE) {
            json.writeBooleanProperty("countsCancelledOrders", target.countsCancelledOrders());
        }
        if (target.minimum() > 0) {
            json.writeNumberProperty("minimum", target.minimum());
        }
        target.repeatLimit().ifPresent(limit -> json.writeNumberProperty("repeatLimit", limit));
        json.writeBooleanProperty("enforced", target.enforced());
        json.writeStringProperty("effectiveFrom", target.from().toString());
        json.writeStringProperty("source", target.source());
        json.writeBooleanProperty("verified", target.verified());
        target.note().ifPresent(note -> json.writeStringProperty("note", note));
    }
}
