package redflag.report;

import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import redflag.basics.Period;
import redflag.ledger.Source;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Machine copies in one form: indented by two blanks, lines ended by LF on every machine. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private Json() {}

    public static JsonGenerator generator(OutputStream out) {
        return MAPPER.writerWithDefaultPrettyPrinter().createGenerator(out);
    }

    public static void period(JsonGenerator json, String name, Optional<Period> period) {
        period.ifPresent(p -> {
            json.writeObjectPropertyStart(name);
            json.writeStringProperty("from", p.from().toString());
            json.writeStringProperty("to", p.to().toString());
            json.writeEndObject();
        });
    }

    static void day(JsonGenerator json, String name, Optional<LocalDate> day) {
        day.ifPresent(d -> json.writeStringProperty(name, d.toString()));
    }

    /** Without exponent and without trailing zeros. */
    static void decimal(JsonGenerator json, String name, BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        json.writeName(name);
        json.writeNumber(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    public static void text(JsonGenerator json, String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    /** The rows behind something. */
    static void sources(JsonGenerator json, List<Source> sources) {
        json.writeArrayPropertyStart("from");
        for (Source source : sources) {
            json.writeStartObject();
            json.writeStringProperty("file", source.file());
            json.writeNumberProperty("row", source.row());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
