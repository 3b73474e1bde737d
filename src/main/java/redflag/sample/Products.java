package redflag.sample;

import java.util.ArrayList;
import java.util.List;

/** Makes up the catalogue of a store. */
final class Products {

    private static final String ASIN_LETTERS = "BCDFGHJKLMNPQRSTVWXYZ0123456789";

    private Products() {}

    /** From {@code name|price} each, price as in {@link Product}; SKUs count up from {@code prefix-101}. */
    static List<Product> of(String prefix, String... namesAndPrices) {
        Dice dice = new Dice(prefix.hashCode());
        List<Product> products = new ArrayList<>();
        for (String text : namesAndPrices) {
            int bar = text.lastIndexOf('|');
            products.add(new Product(
                    text.substring(0, bar),
                    prefix + "-" + (101 + products.size()),
                    asin(dice),
                    Integer.parseInt(text.substring(bar + 1))));
        }
        return List.copyOf(products);
    }

    private static String asin(Dice dice) {
        StringBuilder asin = new StringBuilder("B0");
        while (asin.length() < 10) {
            asin.append(ASIN_LETTERS.charAt(dice.below(ASIN_LETTERS.length())));
        }
        return asin.toString();
    }
}
