package redflag.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Store;

/** What buyers sent back or asked to send back of one store's orders, and why, by order; the same in two files once. */
public final class StoreReturns {

    private final Map<String, List<Return>> byOrder = new HashMap<>();

    /**
     * A return of an order.
     *
     * @param reason in the source's word or code, such as {@code CR-DEFECTIVE}; without a translation behind it
     * @param status as the export has it; missing where it has none
     * @param requested when it was asked for, or came back; see {@link Moments}
     * @param toldUntil the newest moment that its file tells of: the status is as of then at least
     */
    public record Return(
            Optional<String> asin, String reason, Optional<String> status, long requested, long toldUntil) {

        private boolean isAsOfLaterThan(Return other) {
            return Moments.epochSecond(toldUntil) > Moments.epochSecond(other.toldUntil);
        }

        private boolean isTheSame(Return other) {
            return asin.equals(other.asin) && reason.equals(other.reason) && requested == other.requested;
        }
    }

    private StoreReturns() {}

    static StoreReturns of(List<FileFacts> files, Owners owners, Store store) {
        StoreReturns returns = new StoreReturns();
        for (FileFacts facts : files) {
            FactTable table = facts.table(FactType.RETURN).orElse(null);
            if (table == null) {
                continue;
            }
            long until = Moments.NONE;
            for (int row = 0; row < table.size(); row++) {
                long happened = table.moment(Field.HAPPENED, row);
                boolean isLater = happened != Moments.NONE
                        && (until == Moments.NONE || Moments.epochSecond(happened) > Moments.epochSecond(until));
                until = isLater ? happened : until;
            }
            for (int row = 0; row < table.size(); row++) {
                if (owners.of(facts.file(), table, row).contains(store)) {
                    returns.add(
                            table.orderId(row),
                            new Return(
                                    table.text(Field.ASIN, row),
                                    table.text(Field.REASON, row).orElse(""),
                                    table.text(Field.STATUS, row),
                                    table.moment(Field.HAPPENED, row),
                                    until));
                }
            }
        }
        return returns;
    }

    private void add(String orderId, Return one) {
        List<Return> known = byOrder.computeIfAbsent(orderId, id -> new ArrayList<>(1));
        for (int place = 0; place < known.size(); place++) {
            if (known.get(place).isTheSame(one)) {
                if (one.isAsOfLaterThan(known.get(place))) {
                    known.set(place, one);
                }
                return;
            }
        }
        known.add(one);
    }

    /** None where no export tells of one. */
    public List<Return> of(String orderId) {
        return List.copyOf(byOrder.getOrDefault(orderId, List.of()));
    }
}
