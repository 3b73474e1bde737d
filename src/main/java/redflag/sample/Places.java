package redflag.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import redflag.basics.Marketplace;

/** Towns that made-up orders go to. The towns are real; who lives there is not said. */
final class Places {

    private static final Map<String, List<Place>> BY_COUNTRY = Map.of(
            "US",
            List.of(
                    us("PORTLAND", "OR", "97209"),
                    us("AUSTIN", "TX", "78704"),
                    us("Columbus", "OH", "43215"),
                    us("Boise", "Idaho", "83702"),
                    us("BROOKLYN", "NY", "11215-2804"),
                    us("Tucson", "AZ", "85705"),
                    us("Madison", "WI", "53703"),
                    us("SAVANNAH", "GA", "31401"),
                    us("Honolulu", "HI", "96813"),
                    us("Duluth", "MN", "55802")),
            "UK",
            places(
                    "GB", "Leeds", "LS1 4DY", "BRISTOL", "BS1 5TR", "Norwich", "NR2 1AB", "Glasgow", "G2 8DL", "Truro",
                    "TR1 2HE"),
            "DE",
            places("DE", "Göttingen", "37073", "MÜNCHEN", "80331", "Köln", "50667", "Erfurt", "99084", "Kiel", "24103"),
            "FR",
            places("FR", "Besançon", "25000", "LYON", "69002", "Nîmes", "30000", "Rennes", "35000", "Ajaccio", "20000"),
            "IT",
            places(
                    "IT",
                    "Bologna",
                    "40121",
                    "FORLÌ",
                    "47121",
                    "Lecce",
                    "73100",
                    "Torino",
                    "10121",
                    "Cagliari",
                    "09124"),
            "ES",
            places("ES", "Cáceres", "10003"),
            "PL",
            places("PL", "Łódź", "90-001"),
            "JP",
            List.of(
                    new Place("世田谷区", "東京都", "154-0004", "JP"),
                    new Place("表町", "岡山県", "700-0822", "JP"),
                    new Place("大阪市", "大阪府", "530-0001", "JP"),
                    new Place("札幌市", "北海道", "060-0042", "JP"),
                    new Place("--", "福岡県", "810-0001", "JP")));

    private Places() {}

    static List<Place> of(Marketplace marketplace) {
        return of(marketplace.country());
    }

    static List<Place> of(String country) {
        List<Place> places = BY_COUNTRY.get(country);
        if (places == null) {
            throw new IllegalArgumentException("no towns for " + country);
        }
        return places;
    }

    private static Place us(String city, String state, String postalCode) {
        return new Place(city, state, postalCode, "US");
    }

    private static List<Place> places(String country, String... citiesAndCodes) {
        return IntStream.range(0, citiesAndCodes.length / 2)
                .mapToObj(i -> new Place(citiesAndCodes[2 * i], "", citiesAndCodes[2 * i + 1], country))
                .toList();
    }
}
