package redflag.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.words.Messages;

/** What letters may name of a notice. What is not on file stands as to be confirmed. */
record OccasionFacts(Messages messages, Store store, Occasion occasion) {

    Map<String, Object> all() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("store", FactSheet.plain(store.name()));
        facts.put("marketplace", store.marketplace().salesChannel());
        facts.put("received", or(occasion.received().map(messages::day), "received"));
        facts.put("listings", or(named(occasion.listings()), "listings"));
        facts.put("orders", or(named(occasion.orders()), "orders"));
        facts.put("namesListings", occasion.listings().isEmpty() ? "no" : "yes");
        facts.put("namesOrders", occasion.orders().isEmpty() ? "no" : "yes");
        facts.put("kind", occasion.complaint().map(OccasionFacts::word).orElse("other"));
        facts.put("right", or(occasion.right().map(right -> messages.text("plan.right." + right)), "right"));
        facts.put("owner", or(occasion.owner().map(FactSheet::plain), "owner"));
        facts.put("complaint", or(occasion.complaintId().map(FactSheet::plain), "complaint"));
        return facts;
    }

    String or(Optional<String> known, String fact) {
        return known.orElseGet(() -> messages.text("plan.ask." + fact));
    }

    /** Every one: Amazon, and a rights owner, look up each. */
    private Optional<String> named(List<String> ids) {
        return ids.isEmpty()
                ? Optional.empty()
                : Optional.of(ids.stream()
                        .map(FactSheet::plain)
                        .collect(Collectors.joining(messages.text("sheet.list-separator"))));
    }

    private static String word(Code code) {
        return code.name().toLowerCase(java.util.Locale.ROOT);
    }
}
