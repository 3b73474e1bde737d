package redflag.basics;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An Amazon marketplace.
 *
 * @param id Amazon's marketplace id, such as {@code ATVPDKIKX0DER}
 * @param country the country code that Redflag names it by, such as {@code US}; {@code UK} for the United Kingdom
 * @param salesChannel how order reports name it, such as {@code Amazon.com}
 * @param zone the zone whose days Amazon counts there; Pacific for the US
 * @param currency ISO 4217 code
 * @param language ISO 639 code of the language of its site
 */
public record Marketplace(
        String id, String country, String salesChannel, ZoneId zone, String currency, String language) {

    private static final List<Marketplace> KNOWN = List.of(
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
            of("A19VAU5U5O7RUS", "SG", "Amazon.sg", "Asia/Singapore", "SGD", "en"));

    private static Marketplace of(
            String id, String country, String channel, String zone, String currency, String language) {
        return new Marketplace(id, country, channel, ZoneId.of(zone), currency, language);
    }

    /** Every marketplace that Redflag knows, in a fixed order. */
    public static List<Marketplace> known() {
        return KNOWN;
    }

    /** The marketplace with this country code or id; capitals do not matter. {@code GB} is {@code UK}. */
    public static Optional<Marketplace> find(String countryOrId) {
        String name = countryOrId.strip().toUpperCase(Locale.ROOT);
        String wanted = name.equals("GB") ? "UK" : name;
        return KNOWN.stream()
                .filter(m -> m.country.equals(wanted) || m.id.equals(wanted))
                .findFirst();
    }

    /** The marketplace that an order report calls {@code salesChannel}; capitals do not matter. */
    public static Optional<Marketplace> ofSalesChannel(String salesChannel) {
        return KNOWN.stream()
                .filter(m -> m.salesChannel.equalsIgnoreCase(salesChannel.strip()))
                .findFirst();
    }
}
