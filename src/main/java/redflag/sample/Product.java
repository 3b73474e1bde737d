package redflag.sample;

/**
 * Something that a made-up store sells.
 *
 * @param price in whole yen, or in cents of the other currencies
 */
record Product(String name, String sku, String asin, int price) {}
