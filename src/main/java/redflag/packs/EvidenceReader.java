package redflag.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redflag.basics.Period;
import redflag.causes.ReturnReason;
import redflag.ledger.Code;
import redflag.ledger.Field;
import redflag.ledger.ListedOrder;
import redflag.ledger.Moments;
import redflag.ledger.NoticeRow;
import redflag.ledger.Source;
import redflag.ledger.StoreLedger;
import redflag.ledger.StoreOrders;
import redflag.ledger.StoreReturns;
import redflag.ledger.ZoneDays;

/** Finds what the exports of a store hold of listings and orders. Not safe for several threads. */
final class EvidenceReader {

    private static final Pattern ASIN = Pattern.compile("B[0-9A-Z]{9}|[0-9]{9}[0-9X]");

    private static final Set<ReturnReason> OF_THE_SELLER = Collections.unmodifiableSet(EnumSet.of(
            ReturnReason.DAMAGED,
            ReturnReason.WRONG_OR_MISSING,
            ReturnReason.NOT_AS_DESCRIBED,
            ReturnReason.DEFECTIVE));

    private static final Set<Code> DEFECTS =
            Collections.unmodifiableSet(EnumSet.of(Code.NEGATIVE_FEEDBACK, Code.A_TO_Z_CLAIM, Code.CHARGEBACK));

    private final StoreLedger ledger;
    private final StoreOrders orders;
    private final ZoneDays days;
    private final Map<String, String> asinBySku = new HashMap<>();
    private final Map<String, Set<Code>> defects = new HashMap<>();
    private final Map<String, Set<Code>> signs = new HashMap<>();
    private final Map<String, List<ListedOrder>> onTheWay;

    EvidenceReader(StoreLedger ledger) {
        this.ledger = ledger;
        this.orders = ledger.orders();
        this.days = new ZoneDays(ledger.store().marketplace().zone());
        this.onTheWay = ledger.defects().onTheWay();
        ledger.products()
                .listings()
                .bySku()
                .values()
                .forEach(product ->
                        product.asin().ifPresent(asin -> asinBySku.put(folded(product.sku()), folded(asin))));
        Stream.concat(ledger.defects().orderDefects().stream(), ledger.defects().traces().stream())
                .flatMap(list -> list.orders().stream())
                .forEach(this::note);
    }

    private void note(ListedOrder listed) {
        Set<Code> kinds = EnumSet.noneOf(Code.class);
        kinds.addAll(listed.kinds());
        kinds.retainAll(DEFECTS);
        defects.computeIfAbsent(listed.orderId(), id -> EnumSet.noneOf(Code.class))
                .addAll(kinds);
        signs.computeIfAbsent(listed.orderId(), id -> EnumSet.noneOf(Code.class))
                .addAll(listed.signs());
    }

    /** @param units the days whose units sold are held against papers; missing where none are */
    Evidence of(Optional<NoticeRow> notice, Optional<Period> units) {
        Optional<LocalDate> came = notice.flatMap(NoticeRow::received);
        Optional<Period> counted = counted(came, units);
        List<String> listings = notice.map(NoticeRow::listings).orElse(List.of());
        List<String> named = notice.map(NoticeRow::orders).orElse(List.of());
        Map<String, List<Evidence.Line>> byListing = new LinkedHashMap<>();
        listings.forEach(listing -> byListing.put(listing, new ArrayList<>()));
        boolean isAnyWithoutProduct = lines(byListing, came);
        List<Evidence.Line> lines = new ArrayList<>();
        byListing.values().forEach(lines::addAll);
        Set<String> there = new HashSet<>();
        lines.forEach(line -> there.add(line.orderId()));
        List<String> unknown = new ArrayList<>();
        for (String id : named) {
            int order = orders.find(id);
            if (order < 0) {
                unknown.add(id);
            } else if (there.add(id)) {
                lines.add(line(
                        "",
                        order,
                        came,
                        orders.asin(order),
                        orders.sku(order),
                        Optional.of(orders.itemUnits(order)).filter(many -> many > 0),
                        orders.isCancelled(order)));
            }
        }
        lines.sort(Comparator.comparing(Evidence.Line::placed)
                .thenComparing(Evidence.Line::orderId)
                .thenComparing(Evidence.Line::listing)
                .thenComparing(line -> line.sku().orElse("")));
        return new Evidence(
                ledger.ordersCover(),
                counted,
                listings.stream()
                        .map(listing -> figures(
                                listing, byListing.getOrDefault(listing, List.of()), counted, isAnyWithoutProduct))
                        .toList(),
                lines,
                unknown);
    }

    /**
     * Of the days that are covered those up to the day the notice came: of the days of the checklist, where it has units, so
     * that both have the same number of them. Without a day all.
     */
    private Optional<Period> counted(Optional<LocalDate> came, Optional<Period> units) {
        Optional<Period> cover = ledger.ordersCover();
        if (came.isEmpty()) {
            return cover;
        }
        return cover.filter(days -> !days.from().isAfter(came.get()))
                .flatMap(days -> days.and(units.orElse(new Period(days.from(), came.get()))));
    }

    /** @return whether an item may be of any product */
    private boolean lines(Map<String, List<Evidence.Line>> byListing, Optional<LocalDate> came) {
        boolean[] isAnyWithoutProduct = {false};
        if (byListing.isEmpty()) {
            return false;
        }
        Map<String, List<String>> byName = new HashMap<>();
        byListing
                .keySet()
                .forEach(listing -> byName.computeIfAbsent(folded(listing), name -> new ArrayList<>())
                        .add(listing));
        orders.forEachItem((order, asin, sku, quantity, isCancelled) -> {
            Optional<String> code = sku.map(EvidenceReader::folded);
            Optional<String> product = asin.map(EvidenceReader::folded).or(() -> code.map(asinBySku::get));
            isAnyWithoutProduct[0] |= product.isEmpty();
            Set<String> names = new HashSet<>();
            product.ifPresent(names::add);
            code.ifPresent(names::add);
            names.stream()
                    .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                    .distinct()
                    .forEach(listing -> byListing
                            .getOrDefault(listing, new ArrayList<>())
                            .add(line(listing, order, came, asin.or(() -> product), sku, quantity, isCancelled)));
        });
        return isAnyWithoutProduct[0];
    }

    private Evidence.Line line(
            String listing,
            int order,
            Optional<LocalDate> came,
            Optional<String> asin,
            Optional<String> sku,
            Optional<Long> units,
            boolean isCancelled) {
        String id = orders.orderId(order);
        List<ListedOrder> listed = onTheWay.getOrDefault(id, List.of());
        ListedOrder.Course course =
                listed.stream().map(ListedOrder::course).reduce(ListedOrder.Course.NONE, ListedOrder.Course::and);
        Optional<LocalDate> shipped = day(orders.moment(Field.SHIPPED, order));
        Optional<LocalDate> delivered = day(orders.moment(Field.DELIVERED, order));
        return new Evidence.Line(
                listing,
                id,
                orders.day(order),
                came.filter(orders.day(order)::isAfter).isPresent(),
                asin,
                sku,
                units,
                isCancelled,
                orders.fulfilment(order),
                shipped.or(() -> day(course.shipped())),
                delivered.or(() -> day(course.delivered())),
                orders.carrier(order).or(() -> carrier(listed)),
                returns(id, asin).map(this::told).toList(),
                defects.getOrDefault(id, Set.of()),
                signs.getOrDefault(id, Set.of()),
                orders.source(order),
                shipped.isPresent() && delivered.isPresent()
                        ? List.of()
                        : listed.stream().flatMap(one -> one.from().stream()).toList());
    }

    private static Optional<String> carrier(List<ListedOrder> listed) {
        return listed.stream().flatMap(one -> one.delivery().carrier().stream()).findFirst();
    }

    /** Of several items the return names the product, or nobody knows which it is of. */
    private Stream<StoreReturns.Return> returns(String orderId, Optional<String> asin) {
        return ledger.returns().of(orderId).stream()
                .filter(one -> one.asin().isEmpty()
                        || asin.isEmpty()
                        || folded(one.asin().get()).equals(folded(asin.get())));
    }

    private String told(StoreReturns.Return one) {
        String reason =
                day(one.requested()).map(day -> one.reason() + " " + day).orElse(one.reason());
        return one.status().map(status -> reason + " (" + status + ")").orElse(reason);
    }

    private Optional<LocalDate> day(long moment) {
        return moment == Moments.NONE
                ? Optional.empty()
                : Optional.of(LocalDate.ofEpochDay(Moments.epochDay(moment, days)));
    }

    private Evidence.ListingFigures figures(
            String listing, List<Evidence.Line> all, Optional<Period> counted, boolean isAnyWithoutProduct) {
        List<Evidence.Line> within = all.stream()
                .filter(line ->
                        counted.filter(days -> days.contains(line.placed())).isPresent())
                .toList();
        Map<String, Source> sources = new LinkedHashMap<>();
        Map<String, Source> returned = new LinkedHashMap<>();
        Set<String> defective = new HashSet<>();
        boolean isEachCounted = true;
        long units = 0;
        for (Evidence.Line line : within) {
            sources.put(line.orderId(), line.source());
            if (isOfTheSeller(line)) {
                returned.put(line.orderId(), line.source());
            }
            if (!line.defects().isEmpty()) {
                defective.add(line.orderId());
            }
            isEachCounted &= line.isCancelled() || line.units().isPresent();
            units += line.isCancelled() ? 0 : line.units().orElse(0L);
        }
        boolean isAtLeast = ledger.orderRowsRejected() > 0
                || isAnyWithoutProduct && ASIN.matcher(folded(listing)).matches();
        return new Evidence.ListingFigures(
                listing,
                sources.size(),
                isEachCounted ? Optional.of(units) : Optional.empty(),
                isAtLeast,
                within.stream().map(Evidence.Line::placed).min(Comparator.naturalOrder()),
                within.stream().map(Evidence.Line::placed).max(Comparator.naturalOrder()),
                returned.size(),
                defective.size(),
                List.copyOf(sources.values()),
                List.copyOf(returned.values()));
    }

    private boolean isOfTheSeller(Evidence.Line line) {
        return returns(line.orderId(), line.asin())
                .anyMatch(one -> ReturnReason.of(one.reason())
                        .filter(OF_THE_SELLER::contains)
                        .isPresent());
    }

    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
