package redflag.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import redflag.basics.Marketplace;
import redflag.basics.Period;
import redflag.sample.Downloads.Signal;
import redflag.sample.PerformanceReport.Style;

/**
 * Writes the exports of one account of a {@link LargeAgency}, one order after the other. How bad the account is comes from
 * its dice: most are on target, some are not.
 */
final class LargeAccount {

    private static final Period DAYS = Period.window(SampleAgency.AS_OF, 75, 0);
    private static final int BUSINESS_IN_100 = 3;

    private final Dice dice;
    private final List<LargeStore> stores;
    private final int rows;
    private final long begins;
    private final long ends;
    private final int defectsIn1000;
    private final int lateIn1000;
    private final int cancelledIn1000;
    private final int untrackedIn1000;

    LargeAccount(Dice dice, List<Marketplace> marketplaces, int rows) {
        this.dice = dice;
        this.rows = rows;
        this.stores = marketplaces.stream().map(LargeStore::new).toList();
        this.begins =
                stores.stream().mapToLong(s -> s.midnight(DAYS.from())).max().orElseThrow();
        this.ends = stores.stream()
                .mapToLong(s -> s.midnight(DAYS.to().plusDays(1)))
                .min()
                .orElseThrow();
        this.defectsIn1000 = dice.hits(1, 6) ? dice.between(10, 20) : dice.between(1, 7);
        this.lateIn1000 = dice.hits(1, 6) ? dice.between(40, 80) : dice.between(4, 28);
        this.cancelledIn1000 = dice.hits(1, 8) ? dice.between(25, 50) : dice.between(2, 15);
        this.untrackedIn1000 = dice.hits(1, 8) ? dice.between(50, 80) : dice.between(5, 40);
    }

    void write(ExportFolder folder) throws IOException {
        Table defects = Downloads.orderDefects();
        Table late = Downloads.lateShipments();
        try (OutputStream file =
                new BufferedOutputStream(Files.newOutputStream(folder.path().resolve("all-orders.txt")), 1 << 16)) {
            LargeOrderRows out = new LargeOrderRows(file, dice, ends);
            writeOrders(out, defects, late);
            out.flush();
        }
        folder.put("order-defects.csv", defects.csv("\n"));
        folder.put("late-shipments.csv", late.csv("\n"));
        folder.put("seller-performance.json", performance().bytes());
    }

    private void writeOrders(LargeOrderRows out, Table defects, Table late) throws IOException {
        for (int row = 0; row < rows; ) {
            long slot = (ends - begins) / rows;
            long placed = begins + (ends - begins) * row / rows + dice.below((int) Math.max(1, slot));
            int lines = dice.hits(1, 8) && row + 2 <= rows ? 2 : 1;
            LargeStore store = stores.get(Math.min(dice.below(stores.size()), dice.below(stores.size())));
            boolean byAmazon = dice.hits(1, 6);
            boolean cancelled = dice.hits(cancelledIn1000, 1_000);
            boolean business = dice.hits(BUSINESS_IN_100, 100);
            out.order(store, row, placed, byAmazon, cancelled, business, lines);
            store.countOrder(placed, byAmazon, cancelled, business);
            if (!cancelled && ends - placed > 4 * 86_400) {
                goWrong(store, out.lastId(), placed, byAmazon, lines, defects, late);
            }
            row += lines;
        }
    }

    /** Young orders have not had the time for it. */
    private void goWrong(
            LargeStore store, CharSequence id, long placed, boolean byAmazon, int units, Table defects, Table late) {
        if (dice.hits(defectsIn1000, 1_000)) {
            Signal signal = dice.oneOf(List.of(
                    Signal.NEGATIVE_FEEDBACK, Signal.NEGATIVE_FEEDBACK, Signal.CLAIM, Signal.CLAIM, Signal.CHARGEBACK));
            store.countDefect(placed, byAmazon, signal);
            Downloads.addDefect(defects, id.toString(), store.day(placed), byAmazon, signal);
        }
        if (byAmazon) {
            return;
        }
        if (dice.hits(lateIn1000, 1_000)) {
            addLate(store, id.toString(), placed, late);
        }
        store.countDelivery(placed, units, dice.hits(untrackedIn1000, 1_000), dice.hits(4, 100));
    }

    private void addLate(LargeStore store, String id, long placed, Table late) {
        LocalDate day = store.day(placed);
        if (!Season.LATE_30.contains(day)) {
            return;
        }
        boolean impacts = !dice.hits(3, 100);
        Instant due = Downloads.due(day, store.marketplace());
        Downloads.addLate(late, id, day, due, due.plusSeconds(dice.between(3_600, 80_000)), impacts ? "Yes" : "No");
        if (impacts) {
            store.countLate(day);
        }
    }

    private PerformanceReport performance() {
        PerformanceReport report = new PerformanceReport(SampleAgency.AS_OF, Style.SCHEMA);
        for (LargeStore store : stores) {
            store.report(report.add(store.marketplace(), "NORMAL")).health(dice.between(210, 900), "GREAT", Map.of());
        }
        return report;
    }
}
