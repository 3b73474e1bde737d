package redflag.check;

import java.util.regex.Pattern;

/** What a reader could look up: an order id, an ASIN, a tracking number, a reference, an attached paper. */
final class Proof {

    private static final Pattern ORDER_ID = Pattern.compile("\\b\\d{3}-\\d{7}-\\d{7}\\b");
    private static final Pattern ASIN = Pattern.compile("\\bB0[A-Z0-9]{8}\\b");
    private static final Pattern TRACKING = Pattern.compile("\\b1Z[A-Z0-9]{16}\\b|\\b\\d{12,22}\\b");
    private static final Pattern REFERENCE = Pattern.compile("\\[\\d{1,3}]");

    private Proof() {}

    static boolean in(String text) {
        return ORDER_ID.matcher(text).find()
                || ASIN.matcher(text).find()
                || TRACKING.matcher(text).find()
                || REFERENCE.matcher(text).find()
                || Phrases.of("proof").in(text);
    }
}
