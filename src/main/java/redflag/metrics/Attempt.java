package redflag.metrics;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import redflag.basics.Remark;
import redflag.rules.Measured;
import redflag.rules.Precision;

/**
 * What came of measuring a metric from one kind of source: a figure, or why there is none.
 *
 * @param measured the figure
 * @param counted the rows that were counted
 * @param why what a reader must know; always there without a figure
 * @param slack what rejected rows may hide; with any, the figure is not exact
 * @param grounds what the figure rests on
 * @param missing whether the lack of a figure is a lack of data, and not that there is nothing to count
 */
record Attempt(
        Optional<Measured> measured,
        Counting.Counted counted,
        List<Ground> grounds,
        Optional<Remark> why,
        boolean missing,
        Slack slack) {

    Attempt {
        grounds = List.copyOf(grounds);
    }

    static Attempt of(Measured measured, Ground ground) {
        return of(measured, Counting.Counted.NOTHING, List.of(ground), Slack.NONE);
    }

    static Attempt of(Measured measured, Counting.Counted counted, List<Ground> grounds, Slack slack) {
        return new Attempt(Optional.of(measured), counted, grounds, Optional.empty(), false, slack);
    }

    static Attempt missing(Remark why) {
        return new Attempt(Optional.empty(), Counting.Counted.NOTHING, List.of(), Optional.of(why), true, Slack.NONE);
    }

    static Attempt nothingToCount() {
        return new Attempt(
                Optional.empty(),
                Counting.Counted.NOTHING,
                List.of(),
                Optional.of(Remark.of("why.nothing-to-count")),
                false,
                Slack.NONE);
    }

    /** The same, with rows that name defects though they give no rate. */
    Attempt naming(Counting.Counted rows) {
        return new Attempt(measured, rows, grounds, why, missing, slack);
    }

    Attempt because(Remark remark) {
        return new Attempt(measured, counted, grounds, Optional.of(remark), missing, slack);
    }

    /** The same of another precision, also were it not for rejected rows. */
    Attempt precise(UnaryOperator<Precision> change) {
        return new Attempt(
                measured.map(m -> new Measured(
                        m.figure(),
                        m.basis(),
                        change.apply(m.precision()),
                        m.window(),
                        m.knownOn(),
                        m.components(),
                        m.file(),
                        m.asStated())),
                counted,
                grounds,
                why,
                missing,
                new Slack(slack.affected(), slack.total(), change.apply(slack.otherwise())));
    }
}
