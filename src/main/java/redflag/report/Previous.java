package redflag.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import redflag.past.PastReading;
import redflag.rules.Reading;

/** What the newest earlier night read. */
public record Previous(LocalDate asOf, List<PastReading> readings) {

    public Previous {
        readings = List.copyOf(readings);
    }

    /** The earlier reading of the same metric, fulfilment and category. */
    public Optional<PastReading> of(Reading reading) {
        return readings.stream()
                .filter(r -> r.metric() == reading.metric()
                        && r.fulfilment().equals(reading.fulfilment())
                        && r.category().equals(reading.category()))
                .findFirst();
    }
}
