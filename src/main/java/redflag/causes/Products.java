package redflag.causes;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import redflag.stock.Product;
import redflag.stock.Stock;

/** What the sheet Stock has against products. */
final class Products {

    private Products() {}

    /** SKUs of the products that have one of these flags. */
    static Set<String> with(Stock stock, Product.Flag... flags) {
        EnumSet<Product.Flag> any = EnumSet.copyOf(Arrays.asList(flags));
        Set<String> skus = new HashSet<>();
        stock.products().stream()
                .filter(product -> product.flags().stream().anyMatch(any::contains))
                .forEach(product -> skus.add(product.sku()));
        return skus;
    }
}
