package redflag.metrics;

import java.util.Optional;
import redflag.basics.Remark;
import redflag.rules.Measured;

/**
 * What came of measuring a metric from one kind of source: a figure, or why there is none.
 *
 * @param measured the figure
 * @param counted the rows that were counted
 * @param why what a reader must know; always there without a figure
 * @param slack what rejected rows may hide; with any, the figure is not exact
 * @param missing whether the lack of a figure is a lack of data, and not that there is nothing to count
 */
record Attempt(
        Optional<Measured> measured, Counting.Counted counted, Optional<Remark> why, boolean missing, Slack slack) {

    static Attempt of(Measured measured) {
        return of(measured, Counting.Counted.NOTHING, Slack.NONE);
    }

    static Attempt of(Measured measured, Counting.Counted counted, Slack slack) {
        return new Attempt(Optional.of(measured), counted, Optional.empty(), false, slack);
    }

    static Attempt missing(Remark why) {
        return new Attempt(Optional.empty(), Counting.Counted.NOTHING, Optional.of(why), true, Slack.NONE);
    }

    static Attempt nothingToCount() {
        return new Attempt(
                Optional.empty(),
                Counting.Counted.NOTHING,
                Optional.of(Remark.of("why.nothing-to-count")),
                false,
                Slack.NONE);
    }

    /** The same, with rows that name defects though they give no rate. */
    Attempt naming(Counting.Counted rows) {
        return new Attempt(measured, rows, why, missing, slack);
    }

    Attempt because(Remark remark) {
        return new Attempt(measured, counted, Optional.of(remark), missing, slack);
    }
}
