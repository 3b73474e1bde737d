package redflag.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redflag.basics.Period;
import redflag.ledger.Code;
import redflag.ledger.Source;

/** Notices that letters answer in tests. */
public final class Occasions {

    static final Period WITHIN = new Period(LocalDate.of(2025, 11, 22), LocalDate.of(2026, 11, 21));

    private static final String ORDERS = "acme/orders.csv";

    private Occasions() {}

    /** Of two listings, one of which was never sold, with returns; or of orders; or of nothing but the account. */
    public static Occasion of(Reason reason) {
        return switch (reason) {
            case AUTHENTICITY, CONDITION, PRODUCT_SAFETY -> ofListings(Optional.of(returned()));
            case INTELLECTUAL_PROPERTY -> complaint(Optional.of(Code.COPYRIGHT), Optional.of(Code.RECEIVED));
            case RESTRICTED_PRODUCTS, LISTING_POLICY, REVIEW_POLICY -> ofListings(Optional.empty());
            case DROP_SHIPPING, TEMPORARY_REVIEW -> ofOrders();
            case VERIFICATION ->
                account(new java.util.TreeSet<>(Set.of("name-differs", "address-differs", "too-old", "wrong-form")));
            default -> account(Set.of());
        };
    }

    static Occasion complaint(Optional<Code> right, Optional<Code> complaint) {
        Occasion of = ofListings(Optional.empty());
        return new Occasion(
                of.subject(),
                of.received(),
                of.listings(),
                of.orders(),
                right,
                complaint,
                Optional.of("Tentmakers [Ltd]"),
                Optional.of("9001"),
                of.papers(),
                of.sold(),
                of.returned(),
                of.asked());
    }

    /** Of which nothing is on file but what it names. */
    static Occasion naming(List<String> listings, List<String> orders) {
        Occasion of = account(Set.of());
        return new Occasion(
                of.subject(),
                of.received(),
                listings,
                orders,
                of.right(),
                of.complaint(),
                of.owner(),
                of.complaintId(),
                of.papers(),
                of.sold(),
                of.returned(),
                of.asked());
    }

    private static Occasion ofListings(Optional<Occasion.Returned> returned) {
        return new Occasion(
                "N-7",
                Optional.of(LocalDate.of(2026, 11, 18)),
                List.of("B0TENT0001", "B0TENT0002"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(
                        new Occasion.Sold("B0TENT0001", WITHIN, 1, Optional.of(3L), false, rows(1)),
                        new Occasion.Sold("B0TENT0002", WITHIN, 0, Optional.of(0L), false, List.of())),
                returned,
                Optional.empty());
    }

    private static Occasion.Returned returned() {
        return new Occasion.Returned(WITHIN, 3, 42, rows(3));
    }

    private static Occasion ofOrders() {
        return new Occasion(
                "N-7",
                Optional.of(LocalDate.of(2026, 11, 18)),
                List.of(),
                List.of("302-1000001-1000001", "302-1000002-1000002", "302-1000003-1000003"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Optional.empty(),
                Optional.of(new Occasion.Asked(
                        3,
                        List.of(
                                parcels(
                                        "302-1000001-1000001",
                                        List.of("2026-11-03", "2026-11-05"),
                                        List.of("2026-11-09")),
                                parcels("302-1000002-1000002", List.of("2026-11-04"), List.of())),
                        rows(2))));
    }

    private static Occasion.Parcels parcels(String order, List<String> shipped, List<String> delivered) {
        return new Occasion.Parcels(order, days(shipped), days(delivered));
    }

    private static SortedSet<LocalDate> days(List<String> days) {
        return days.stream().map(LocalDate::parse).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Occasion account(Set<String> papers) {
        return new Occasion(
                "N-7",
                Optional.of(LocalDate.of(2026, 11, 18)),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                papers,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Source> rows(int count) {
        List<Source> rows = new ArrayList<>();
        for (int row = 2; row < 2 + count; row++) {
            rows.add(new Source(ORDERS, row));
        }
        return rows;
    }
}
