package redflag.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import redflag.basics.Rate;
import redflag.causes.Cause;
import redflag.causes.Causes;
import redflag.causes.Comparison;
import redflag.metrics.Defect;
import tools.jackson.core.JsonGenerator;

/** The part {@code causes} of a machine copy. */
final class CausesJson {

    private static final int PLACES = 4;

    private CausesJson() {}

    static void write(JsonGenerator json, Causes causes) {
        json.writeArrayPropertyStart("causes");
        causes.metrics().forEach(metric -> metric.causes().forEach(cause -> cause(json, cause)));
        json.writeEndArray();
    }

    private static void cause(JsonGenerator json, Cause cause) {
        json.writeStartObject();
        json.writeStringProperty("id", cause.id());
        json.writeStringProperty("metric", cause.metric().jsonName());
        cause.fulfilment().ifPresent(by -> json.writeStringProperty("fulfilment", by.name()));
        json.writeNumberProperty("defects", cause.defects());
        json.writeNumberProperty("share", rounded(cause.share()));
        cause.comparison().ifPresent(comparison -> comparison(json, comparison));
        cause.dimension().ifPresent(by -> json.writeStringProperty("dimension", by.jsonName()));
        if (!cause.value().isEmpty()) {
            json.writeStringProperty("value", cause.value());
        }
        json.writeArrayPropertyStart("orders");
        cause.explains().stream().map(Defect::orderId).forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void comparison(JsonGenerator json, Comparison comparison) {
        json.writeNumberProperty("ofOrders", comparison.group().total());
        json.writeNumberProperty("lift", rounded(comparison.lift()));
        json.writeArrayPropertyStart("confidence");
        json.writeNumber(rounded(comparison.low()));
        json.writeNumber(rounded(comparison.high()));
        json.writeEndArray();
        comparison.without().map(CausesJson::share).ifPresent(rate -> json.writeNumberProperty("rateWithout", rate));
    }

    private static BigDecimal share(Rate rate) {
        return rounded((double) rate.affected() / rate.total());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
