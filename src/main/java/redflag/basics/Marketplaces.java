package redflag.basics;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The marketplaces that a job may name: those of Amazon that Redflag knows, and the job's own. */
public record Marketplaces(List<Marketplace> all) {

    private static final Marketplaces KNOWN = new Marketplaces(List.of(
            of("ATVPDKIKX0DER", "US", "Amazon.com", "America/Los_Angeles", "USD", "en"),
            of("A2EUQ1WTGCTBG2", "CA", "Amazon.ca", "America/Los_Angeles", "CAD", "en"),
            of("A1AM78C64UM0Y8", "MX", "Amazon.com.mx", "America/Los_Angeles", "MXN", "es"),
            of("A2Q3Y263D00KWC", "BR", "Amazon.com.br", "America/Sao_Paulo", "BRL", "pt"),
            of("A1F83G8C2ARO7P", "UK", "Amazon.co.uk", "Europe/London", "GBP", "en"),
            of("A28R8C7NBKEWEA", "IE", "Amazon.ie", "Europe/Dublin", "EUR", "en"),
            of("A1PA6795UKMFR9", "DE", "Amazon.de", "Europe/Berlin", "EUR", "de"),
            of("A13V1IB3VIYZZH", "FR", "Amazon.fr", "Europe/Paris", "EUR", "fr"),
            of("APJ6JRA9NG5V4", "IT", "Amazon.it", "Europe/Rome", "EUR", "it"),
            of("A1RKKUPIHCS9HS", "ES", "Amazon.es", "Europe/Madrid", "EUR", "es"),
            of("A1805IZSGTT6HS", "NL", "Amazon.nl", "Europe/Amsterdam", "EUR", "nl"),
            of("AMEN7PMS3EDWL", "BE", "Amazon.com.be", "Europe/Brussels", "EUR", "fr"),
            of("A2NODRKZP88ZB9", "SE", "Amazon.se", "Europe/Stockholm", "SEK", "sv"),
            of("A1C3SOZRARQ6R3", "PL", "Amazon.pl", "Europe/Warsaw", "PLN", "pl"),
            of("A33AVAJ2PDY3EV", "TR", "Amazon.com.tr", "Europe/Istanbul", "TRY", "tr"),
            of("ARBP9OOSHTCHU", "EG", "Amazon.eg", "Africa/Cairo", "EGP", "ar"),
            of("A17E79C6D8DWNP", "SA", "Amazon.sa", "Asia/Riyadh", "SAR", "ar"),
            of("A2VIGQ35RCS4UG", "AE", "Amazon.ae", "Asia/Dubai", "AED", "en"),
            of("AE08WJ6YKNBMC", "ZA", "Amazon.co.za", "Africa/Johannesburg", "ZAR", "en"),
            of("A21TJRUUN4KGV", "IN", "Amazon.in", "Asia/Kolkata", "INR", "en"),
            of("A1VC38T7YXB528", "JP", "Amazon.co.jp", "Asia/Tokyo", "JPY", "ja"),
            of("A39IBJ37TRP1C6", "AU", "Amazon.com.au", "Australia/Sydney", "AUD", "en"),
            of("A19VAU5U5O7RUS", "SG", "Amazon.sg", "Asia/Singapore", "SGD", "en")));

    private static Marketplace of(
            String id, String country, String channel, String zone, String currency, String language) {
        return new Marketplace(id, country, channel, ZoneId.of(zone), currency, language);
    }

    public Marketplaces {
        all = List.copyOf(all);
    }

    /** Those that Redflag knows, all of them Amazon's, in a fixed order. */
    public static Marketplaces known() {
        return KNOWN;
    }

    /** These and {@code own}. */
    public Marketplaces with(List<Marketplace> own) {
        return new Marketplaces(Stream.concat(all.stream(), own.stream()).toList());
    }

    /** The marketplace with this country code or id; capitals do not matter. */
    public Optional<Marketplace> find(String countryOrId) {
        return all.stream().filter(m -> m.isNamed(countryOrId)).findFirst();
    }

    /** The marketplace that an order report calls so; capitals do not matter. */
    public Optional<Marketplace> ofSalesChannel(String text) {
        return all.stream().filter(m -> m.isSalesChannel(text)).findFirst();
    }
}
