package redflag.causes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a buyer says of an order that he sends back, as far as it is about the seller. By Amazon's codes for returns of
 * either fulfilment, with or without {@code CR-}, and by the plain texts that stand in their place in other copies
 * (exports.md §3.6, 3.7); what is the buyer's own, such as {@code ORDERED_WRONG_ITEM}, is none.
 */
public enum ReturnReason {
    NOT_RECEIVED("NEVER_ARRIVED", "NOT_RECEIVED", "UNDELIVERABLE"),
    DAMAGED("DAMAGED", "ITEM_BROKEN"),
    WRONG_OR_MISSING("SWITCHEROO", "WRONG_ITEM_WAS_SENT", "WRONG_ITEM_SENT", "MISSING_PARTS", "MISSING_ITEM"),
    NOT_AS_DESCRIBED("NOT_AS_DESCRIBED", "DIFFERENT_FROM", "INACCURATE_WEBSITE_DESCRIPTION"),
    DEFECTIVE("DEFECTIVE", "DOES_NOT_WORK", "QUALITY_UNACCEPTABLE", "QUALITY_NOT_ADEQUATE"),
    /** He has it, so that it is none of the others: last, as what else he says of it tells more. */
    ARRIVED_LATE("MISSED_ESTIMATED_DELIVERY", "ARRIVED_TOO_LATE");

    private final List<String> signs;

    ReturnReason(String... signs) {
        this.signs = List.of(signs);
    }

    /** Missing where the words say nothing of the kind. */
    public static Optional<ReturnReason> of(String words) {
        String code = words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return Arrays.stream(values())
                .filter(reason -> reason.signs.stream().anyMatch(code::contains))
                .findFirst();
    }
}
