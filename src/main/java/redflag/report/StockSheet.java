package redflag.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redflag.ledger.Code;
import redflag.stock.Product;
import redflag.stock.Stock;

/** Every product with what is left of it and how long that lasts; what is wrong first. */
final class StockSheet {

    static final String NAME = "sheet.stock";

    static final List<Column<Product>> COLUMNS = List.of(
            new Column<>("stock.sku", 20, (row, words) -> Content.of(row.sku())),
            new Column<>("stock.asin", 14, (row, words) -> Content.text(row.asin())),
            new Column<>("stock.title", 28, (row, words) -> Content.text(row.title())),
            new Column<>(
                    "stock.fulfilment",
                    14,
                    (row, words) -> Content.text(row.fulfilment()
                            .map(code ->
                                    words.messages().text(code == Code.AFN ? "fulfilment.AFN" : "fulfilment.MFN")))),
            new Column<>("stock.flags", 28, (row, words) -> flags(row, words)),
            Column.number("stock.available", 10, (row, words) -> Content.count(row.available())),
            Column.number("stock.before", 11, (row, words) -> Content.count(row.availableBefore())),
            Column.number("stock.inbound", 10, (row, words) -> Content.count(row.inbound())),
            Column.number("stock.pace", 9, (row, words) -> pace(row)),
            Column.number("stock.cover", 10, (row, words) -> Content.count(row.daysOfCover())),
            new Column<>("stock.first-day", 11, (row, words) -> Content.day(row.firstDayWithout())),
            new Column<>("stock.since", 11, (row, words) -> Content.day(row.outOfStockSince())),
            new Column<>(
                    "stock.file", 26, (row, words) -> Content.of(row.source().file())),
            Column.number(
                    "stock.row",
                    8,
                    (row, words) -> new Content.Ordinal(row.source().row())));

    private static final int MOST = 50_000;

    private StockSheet() {}

    /** Left out where no export tells of a product. */
    static void write(Book book, RiskReport report) {
        Stock stock = report.stock();
        if (stock.products().isEmpty()) {
            return;
        }
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        page.line(page.text("sheet.stock.about"));
        stock.listings().ifPresent(export -> page.line(export(page, "sheet.stock.listings", export)));
        stock.inventory().ifPresent(export -> page.line(export(page, "sheet.stock.inventory", export)));
        if (stock.products().size() > MOST) {
            page.line(page.words().messages().text("sheet.stock.cut", Map.of("shown", (long) MOST, "all", (long)
                    stock.products().size())));
        }
        page.keepNextRowInSight(1);
        page.filteredTable(
                "Stock", COLUMNS, () -> stock.products().stream().limit(MOST).iterator());
    }

    /** What it tells of which day, and that it tells nothing of today where it is too old. */
    private static String export(Page page, String key, Stock.Export export) {
        Map<String, Object> facts =
                new HashMap<>(Map.of("file", export.file(), "stale", export.isStale() ? "yes" : "no"));
        facts.put("on", export.on().isPresent() ? export.on().get() : "");
        facts.put("dated", export.on().isPresent() ? "yes" : "no");
        return page.words().messages().text(key, facts);
    }

    private static Content pace(Product product) {
        return product.pace()
                .<Content>map(pace -> new Content.Tenths(BigDecimal.valueOf(pace.units())
                        .divide(BigDecimal.valueOf(pace.days()), 1, RoundingMode.HALF_UP)))
                .orElseGet(Content::nothing);
    }

    private static Content flags(Product product, ReportWords words) {
        boolean saysNone = product.flags().contains(Product.Flag.LIVE_WITHOUT_STOCK)
                || product.flags().contains(Product.Flag.CANCELLED_OUT_OF_STOCK);
        String flags = product.flags().stream()
                .filter(flag -> flag != Product.Flag.OUT_OF_STOCK || !saysNone)
                .map(flag -> words.messages().text("stock." + flag))
                .collect(Collectors.joining(words.messages().text("sheet.list-separator")));
        boolean isGrave = product.flags().stream().anyMatch(StockSheet::isGrave);
        return flags.isEmpty() ? Content.nothing() : new Content.Tinted(flags, isGrave ? Tone.BAD : Tone.WATCH);
    }

    /** Whether it may cost the account something; being out of stock alone costs sales. */
    private static boolean isGrave(Product.Flag flag) {
        return switch (flag) {
            case CANCELLED_TWICE_IN_A_ROW, LIVE_WITHOUT_STOCK, CANCELLED_OUT_OF_STOCK, OVERSOLD -> true;
            case OUT_OF_STOCK, LOW_COVER -> false;
        };
    }
}
