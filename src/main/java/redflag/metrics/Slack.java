package redflag.metrics;

import redflag.rules.Precision;

/**
 * What rows that could not be used may hide.
 *
 * @param affected so many more may be affected
 * @param total so many more may be in all
 * @param otherwise the precision, were it not for these rows
 */
record Slack(long affected, long total, Precision otherwise) {

    static final Slack NONE = new Slack(0, 0, Precision.EXACT);

    boolean isNone() {
        return affected == 0 && total == 0;
    }
}
