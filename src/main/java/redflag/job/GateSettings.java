package redflag.job;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.basics.Period;
import redflag.metrics.HolidayGate;
import redflag.settings.Section;

/** Reads an entry of {@code holiday-gate} of a job file: all of it must be given but the day of the first sale. */
final class GateSettings {

    private static final int MOST_ORDERS = 1_000_000;

    private GateSettings() {}

    /** Missing where something is wrong, which has been told. */
    static Optional<HolidayGate> read(Section gate, Marketplaces known) {
        String name = gate.requiredText("name");
        Set<String> countries = countries(gate, known);
        Optional<LocalDate> firstSale = gate.day("first-sale-before");
        Optional<Section> orders = required(gate, "orders");
        Optional<Period> orderDays = orders.flatMap(GateSettings::days);
        Optional<Integer> least = orders.flatMap(section -> section.integer("at-least", 1, MOST_ORDERS));
        Optional<Section> rates = required(gate, "rates");
        Optional<Period> rateDays = rates.flatMap(GateSettings::days);
        Optional<BigDecimal> cancellation = rates.flatMap(section -> share(section, "cancellation-at-most"));
        Optional<BigDecimal> late = rates.flatMap(section -> share(section, "late-shipment-at-most"));
        Optional<BigDecimal> defects = share(gate, "order-defect-at-most");
        Optional<LocalDate> decidedOn = day(gate, "decided-on");
        orders.filter(section -> !section.has("at-least"))
                .ifPresent(section -> section.problem("at-least", "'at-least' is missing"));
        orders.ifPresent(Section::rejectUnknownKeys);
        rates.ifPresent(Section::rejectUnknownKeys);
        gate.rejectUnknownKeys();
        if (name.isEmpty()
                || countries.isEmpty()
                || orderDays.isEmpty()
                || least.isEmpty()
                || rateDays.isEmpty()
                || cancellation.isEmpty()
                || late.isEmpty()
                || defects.isEmpty()
                || decidedOn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new HolidayGate(
                name,
                countries,
                firstSale,
                orderDays.get(),
                least.get(),
                rateDays.get(),
                cancellation.get(),
                late.get(),
                defects.get(),
                decidedOn.get()));
    }

    private static Set<String> countries(Section gate, Marketplaces known) {
        Set<String> countries = new TreeSet<>();
        List<String> names = gate.texts("marketplaces");
        for (String name : names) {
            Optional<Marketplace> marketplace = known.find(name);
            marketplace.ifPresent(found -> countries.add(found.country()));
            if (marketplace.isEmpty()) {
                gate.problem("marketplaces", "'" + name + "' is no marketplace that Redflag knows or the job declares");
            }
        }
        if (names.isEmpty()) {
            gate.problem("marketplaces", "'marketplaces' must name at least one");
        }
        return countries;
    }

    private static Optional<Section> required(Section gate, String key) {
        if (!gate.has(key)) {
            gate.problem(key, "'" + key + "' is missing");
        }
        return gate.section(key);
    }

    private static Optional<LocalDate> day(Section section, String key) {
        if (!section.has(key)) {
            section.problem(key, "'" + key + "' is missing");
        }
        return section.day(key);
    }

    private static Optional<BigDecimal> share(Section section, String key) {
        if (!section.has(key)) {
            section.problem(key, "'" + key + "' is missing");
        }
        Optional<BigDecimal> share = section.percent(key);
        if (share.isPresent() && share.get().compareTo(BigDecimal.ONE) > 0) {
            section.problem(key, "'" + key + "' must be 100% at most");
        }
        return share;
    }

    private static Optional<Period> days(Section section) {
        Optional<LocalDate> from = day(section, "from");
        Optional<LocalDate> to = day(section, "to");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            section.problem("to", "'to: " + to.get() + "' lies before 'from: " + from.get() + "'");
            return Optional.empty();
        }
        return Optional.of(new Period(from.get(), to.get()));
    }
}
