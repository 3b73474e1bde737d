package redflag.basics;

import java.time.ZoneId;

/**
 * A marketplace: one of Amazon's, or another one that a job declares. Which there are: {@link Marketplaces}.
 *
 * @param id Amazon's marketplace id, such as {@code ATVPDKIKX0DER}; any other one's own
 * @param country the code that Redflag names it by, such as {@code US}; {@code UK} for the United Kingdom
 * @param salesChannel how order reports name it, such as {@code Amazon.com}
 * @param zone the zone whose days count there; Pacific for the US
 * @param currency ISO 4217 code
 * @param language ISO 639 code of the language of its site
 */
public record Marketplace(
        String id, String country, String salesChannel, ZoneId zone, String currency, String language) {

    /** Whether this is its country code or id; capitals do not matter. {@code GB} is {@code UK}. */
    public boolean isNamed(String countryOrId) {
        String name = countryOrId.strip();
        String wanted = name.equalsIgnoreCase("GB") ? "UK" : name;
        return country.equalsIgnoreCase(wanted) || id.equalsIgnoreCase(wanted);
    }

    /** Whether its law is that of the United States. */
    public boolean isOfTheUnitedStates() {
        return country.equals("US");
    }

    /** Whether Amazon's rules hold there; false for a marketplace that a job declares. */
    public boolean isAmazons() {
        return Marketplaces.known().all().contains(this);
    }

    /** Whether an order report that says {@code text} means this one; capitals do not matter. */
    public boolean isSalesChannel(String text) {
        return salesChannel.equalsIgnoreCase(text.strip());
    }
}
