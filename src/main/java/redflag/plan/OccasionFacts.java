package redflag.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.words.Messages;

/** What letters may name of a notice. What is not on file stands as to be confirmed. */
record OccasionFacts(Messages messages, Store store, Occasion occasion) {

    private static final int MOST_NAMED = 10;

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

    private Optional<String> named(List<String> ids) {
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        List<String> shown =
                ids.stream().limit(MOST_NAMED).map(FactSheet::plain).toList();
        String list = String.join(messages.text("sheet.list-separator"), shown);
        long more = (long) ids.size() - shown.size();
        return Optional.of(more == 0 ? list : messages.text("plan.list-and-more", Map.of("list", list, "more", more)));
    }

    private static String word(Code code) {
        return code.name().toLowerCase(java.util.Locale.ROOT);
    }
}
