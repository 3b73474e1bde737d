package redflag.rules;

import java.util.Optional;
import redflag.basics.Fulfilment;
import redflag.basics.Remark;

/**
 * What one metric came to for one store, held against its target.
 *
 * @param category product category, where Amazon splits by it
 * @param measured what decided; missing where there is nothing
 * @param printed Amazon's own figure, also where it did not decide
 * @param computed our own figure, also where it did not decide
 * @param why what a reader must know of how it came about; always there where it was not measured
 * @param missing whether data are missing, so that the store can't be called healthy; false where there was nothing to
 *     count or too little for Amazon to act on
 * @param fragile fewer in the window than one defect needs to stay on target
 */
public record Reading(
        Metric metric,
        Optional<Fulfilment> fulfilment,
        Optional<String> category,
        Optional<Measured> measured,
        Optional<Measured> printed,
        Optional<Measured> computed,
        Target target,
        Status status,
        Optional<Remark> why,
        boolean missing,
        boolean fragile,
        Optional<Headroom> headroom) {

    /** The same, with its data not missed. */
    public Reading withNothingMissing() {
        return new Reading(
                metric,
                fulfilment,
                category,
                measured,
                printed,
                computed,
                target,
                status,
                why,
                false,
                fragile,
                headroom);
    }

    /** Whether a verdict may rest on it: Amazon acts on it there and then. */
    public boolean decides() {
        return target.enforced();
    }
}
