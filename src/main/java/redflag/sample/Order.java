package redflag.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import redflag.basics.Marketplace;

/**
 * One made-up order and all that ever happens to it; what a download says of it depends on the moment of the download.
 *
 * @param salesChannel as the order report spells it, such as {@code Amazon.de} or {@code Non-Amazon}
 * @param shipped when its shipment was confirmed, were it not cancelled before
 * @param cancelled when it was cancelled, if it ever was
 * @param buyerAsked whether the buyer asked for the cancellation, which then is not the seller's
 * @param byAmazon whether Amazon ships it
 */
record Order(
        String id,
        String salesChannel,
        String currency,
        Instant placed,
        Instant shipped,
        Optional<Instant> cancelled,
        boolean buyerAsked,
        boolean byAmazon,
        Place shipTo,
        List<Line> lines) {

    /** One row of the order report. */
    record Line(Product product, int quantity) {}

    Order {
        lines = List.copyOf(lines);
    }

    Order cancelledAt(Instant moment, boolean byBuyer) {
        return new Order(
                id, salesChannel, currency, placed, shipped, Optional.of(moment), byBuyer, byAmazon, shipTo, lines);
    }

    Order shippedAt(Instant moment) {
        return new Order(id, salesChannel, currency, placed, moment, cancelled, buyerAsked, byAmazon, shipTo, lines);
    }

    Order of(Product product) {
        return new Order(
                id,
                salesChannel,
                currency,
                placed,
                shipped,
                cancelled,
                buyerAsked,
                byAmazon,
                shipTo,
                List.of(new Line(product, 1)));
    }

    /** The marketplace's own day on which it was placed. */
    LocalDate day(Marketplace marketplace) {
        return placed.atZone(marketplace.zone()).toLocalDate();
    }

    boolean isCancelledBy(Instant moment) {
        return cancelled.isPresent() && !cancelled.get().isAfter(moment);
    }

    boolean isShippedBy(Instant moment) {
        return !shipped.isAfter(moment);
    }

    boolean sells(Product product) {
        return lines.stream().anyMatch(line -> line.product().equals(product));
    }
}
