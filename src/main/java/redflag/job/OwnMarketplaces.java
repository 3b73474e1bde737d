package redflag.job;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.settings.Section;

/**
 * Reads the marketplaces that a job declares, which are not Amazon's: a list {@code marketplaces} whose entries have
 * {@code id}, {@code country} (the code by which stores and targets name it), {@code zone}, {@code currency} (ISO 4217)
 * and {@code language} (ISO 639), and may have {@code name} (how order tables name it; else the id). None may take an
 * id, country or name that another one has.
 */
final class OwnMarketplaces {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z0-9]{2,8}");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private OwnMarketplaces() {}

    /** Those that Redflag knows and the job's own; what is wrong is noted as a problem of its line. */
    static Marketplaces read(Section job) {
        Marketplaces marketplaces = Marketplaces.known();
        for (Section entry : job.sections("marketplaces")) {
            marketplaces = marketplaces.with(List.of(read(entry, marketplaces)));
            entry.rejectUnknownKeys();
        }
        return marketplaces;
    }

    /** A broken one too is there to be named, so that its stores and targets are no mistakes on top of its own. */
    private static Marketplace read(Section entry, Marketplaces others) {
        String id = entry.requiredText("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            entry.problem("id", "'id: " + id + "' may hold letters, digits, dots and dashes only");
        }
        String country = entry.requiredText("country").toUpperCase(Locale.ROOT);
        if (!country.isEmpty() && !COUNTRY.matcher(country).matches()) {
            entry.problem("country", "'country: " + country + "' must be a code of 2 to 8 letters and digits");
        }
        String name = entry.text("name").map(String::strip).orElse(id);
        if (entry.has("name") && name.isEmpty()) {
            entry.problem("name", "'name' has no value");
        }
        rejectTaken(entry, "id", id, others, other -> other.isNamed(id));
        rejectTaken(entry, "country", country, others, other -> other.isNamed(country));
        rejectTaken(entry, "name", name, others, other -> other.isSalesChannel(name));
        if (!entry.has("zone")) {
            entry.problem("zone", "'zone' is missing");
        }
        Optional<ZoneId> zone = JobFile.zone(entry);
        String currency = entry.requiredText("currency");
        if (!currency.isEmpty() && !isCurrency(currency)) {
            entry.problem("currency", "'currency: " + currency + "' is no ISO 4217 code such as EUR");
        }
        String language = entry.requiredText("language");
        if (!language.isEmpty() && !LANGUAGES.contains(language)) {
            entry.problem("language", "'language: " + language + "' is no ISO 639 code such as en");
        }
        return new Marketplace(id, country, name, zone.orElse(ZoneId.of("UTC")), currency, language);
    }

    private static void rejectTaken(
            Section entry, String key, String value, Marketplaces others, Predicate<Marketplace> takes) {
        if (value.isEmpty()) {
            return;
        }
        others.all().stream()
                .filter(takes)
                .findFirst()
                .ifPresent(other ->
                        entry.problem(key, "'" + key + ": " + value + "' is taken by " + other.salesChannel()));
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .map(Currency::getCurrencyCode)
                .anyMatch(code::equals);
    }
}
