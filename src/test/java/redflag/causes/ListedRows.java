package redflag.causes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.OneStore;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.metrics.Defect;
import redflag.metrics.Measurements;
import redflag.metrics.MeasuringRules;
import redflag.past.Past;
import redflag.rules.Metric;
import redflag.rules.TargetFile;
import redflag.stock.Stock;

/** A store, of the US unless said otherwise, by single rows of its exports. */
final class ListedRows {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final Store US = OneStore.of("US");

    private final Store store;
    private final Map<FactType, FactTable.Builder> tables = new EnumMap<>(FactType.class);
    private final Map<String, Instant> writtenAt = new HashMap<>();
    private int orders;
    private int rows;

    /** @param more columns of the order export, besides those of All Orders */
    ListedRows(Field... more) {
        this(US, AS_OF.toString(), List.of(more));
    }

    /** A store of that country. */
    static ListedRows in(String country, Field... more) {
        return in(country, AS_OF.toString(), more);
    }

    /** The same, whose order export ends on that day. */
    static ListedRows in(String country, String last, Field... more) {
        return new ListedRows(OneStore.of(country), last, List.of(more));
    }

    /** The order export ends on that day. */
    static ListedRows until(String last, Field... more) {
        return new ListedRows(US, last, List.of(more));
    }

    private ListedRows(Store store, String last, List<Field> more) {
        this.store = store;
        EnumSet<Field> columns = EnumSet.of(
                Field.ORDER,
                Field.PURCHASED,
                Field.ORDER_STATUS,
                Field.FULFILMENT,
                Field.SALES_CHANNEL,
                Field.SKU,
                Field.ASIN,
                Field.SHIP_SERVICE,
                Field.SHIP_COUNTRY);
        columns.addAll(more);
        tables.put(FactType.ORDER_LINE, new FactTable.Builder(columns));
        // the exports reach over all windows
        order("2026-08-01", Code.AFN, Code.SHIPPED).endRow(1);
        order(last, Code.AFN, Code.SHIPPED).endRow(2);
    }

    FactTable.Builder order(String day, Code fulfilment, Code status) {
        orders++;
        return row(FactType.ORDER_LINE, id(), List.of())
                .moment(Field.PURCHASED, moment(day))
                .code(Field.ORDER_STATUS, status)
                .code(Field.FULFILMENT, fulfilment)
                .text(Field.SALES_CHANNEL, store.marketplace().salesChannel());
    }

    /** A row of a list, of a file with these columns. */
    FactTable.Builder row(FactType type, String order, List<Field> columns) {
        rows++;
        return tables.computeIfAbsent(type, t -> {
                    EnumSet<Field> all = EnumSet.of(Field.ORDER);
                    all.addAll(columns);
                    return new FactTable.Builder(all);
                })
                .order(order);
    }

    /** The file of this type was written then; of others it is not known. */
    ListedRows writtenAt(FactType type, Instant moment) {
        writtenAt.put("north/" + type, moment);
        return this;
    }

    /** A row that names no order. */
    FactTable.Builder figure(List<Field> columns) {
        return tables.computeIfAbsent(FactType.PRINTED_FIGURE, t -> new FactTable.Builder(EnumSet.copyOf(columns)));
    }

    FactTable.Builder listing(String sku, long quantity) {
        return tables.computeIfAbsent(
                        FactType.LISTING,
                        t -> new FactTable.Builder(EnumSet.of(Field.STORE, Field.SKU, Field.QUANTITY)))
                .text(Field.STORE, "north")
                .text(Field.SKU, sku)
                .count(Field.QUANTITY, quantity);
    }

    /** The order that was added last. */
    String id() {
        return "111-0000000-%07d".formatted(orders);
    }

    int nextRow() {
        return rows + 2;
    }

    static long moment(String text) {
        return text.length() == 10
                ? Moments.ofDay(LocalDate.parse(text))
                : Moments.ofEpochSecond(Instant.parse(text).getEpochSecond());
    }

    List<Causes.OfMetric> causes(Metric metric) {
        return causes(metric, List.of());
    }

    /** The same, where the account has other stores. */
    List<Causes.OfMetric> causes(Metric metric, List<StoreLedger> others) {
        return causes(OneStore.ledger(store, AS_OF, files(), writtenAt), metric, others);
    }

    private List<FileFacts> files() {
        List<FileFacts> files = new ArrayList<>();
        tables.forEach((type, table) -> files.add(OneStore.file(type, table.build())));
        return files;
    }

    /** What a night makes of these files of one store. */
    static List<Causes.OfMetric> causes(List<FileFacts> files, Metric metric) {
        return causes(OneStore.ledger(US, AS_OF, files), metric, List.of());
    }

    private static List<Causes.OfMetric> causes(StoreLedger ledger, Metric metric, List<StoreLedger> others) {
        return Causes.of(
                        ledger,
                        Measurements.of(ledger, TargetFile.shipped(), MeasuringRules.standard(), Past.none()),
                        Stock.of(
                                ledger,
                                Optional.empty(),
                                MeasuringRules.standard().freshness()),
                        others)
                .metrics()
                .stream()
                .filter(of -> of.metric() == metric)
                .toList();
    }

    /** The causes of this kind. */
    List<Cause> causes(String id, Metric metric) {
        return causes(metric).stream()
                .flatMap(of -> of.causes().stream())
                .filter(cause -> cause.id().equals(id))
                .toList();
    }

    /** Orders that causes of this kind are about. */
    List<String> explained(String id, Metric metric) {
        return causes(id, metric).stream()
                .flatMap(found -> found.explains().stream())
                .map(Defect::orderId)
                .toList();
    }
}
