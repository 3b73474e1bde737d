package redflag.metrics;

import java.util.List;
import java.util.Optional;
import redflag.basics.Remark;
import redflag.rules.Measured;

/**
 * What came of measuring a metric from one kind of source: a figure, or why there is none.
 *
 * @param measured the figure
 * @param why what a reader must know; always there without a figure
 * @param slack what rejected rows may hide; with any, the figure is not exact
 * @param missing whether the lack of a figure is a lack of data, and not that there is nothing to count
 */
record Attempt(Optional<Measured> measured, List<Defect> defects, Optional<Remark> why, boolean missing, Slack slack) {

    static Attempt of(Measured measured, List<Defect> defects) {
        return of(measured, defects, Slack.NONE);
    }

    static Attempt of(Measured measured, List<Defect> defects, Slack slack) {
        return new Attempt(Optional.of(measured), defects, Optional.empty(), false, slack);
    }

    static Attempt missing(Remark why) {
        return new Attempt(Optional.empty(), List.of(), Optional.of(why), true, Slack.NONE);
    }

    static Attempt nothingToCount() {
        return new Attempt(
                Optional.empty(), List.of(), Optional.of(Remark.of("why.nothing-to-count")), false, Slack.NONE);
    }

    Attempt because(Remark remark) {
        return new Attempt(measured, defects, Optional.of(remark), missing, slack);
    }
}
