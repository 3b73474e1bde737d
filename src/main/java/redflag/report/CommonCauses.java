package redflag.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import redflag.causes.Cause;
import redflag.causes.CauseName;
import redflag.causes.Causes;
import redflag.causes.Dimension;
import redflag.report.StoreDetail.CommonCause;
import redflag.words.Messages;

/** The causes of a store that other stores may have, too: not those of its own products and buyers. */
final class CommonCauses {

    private static final Set<Dimension> COMMON = EnumSet.of(
            Dimension.CARRIER,
            Dimension.SHIP_SERVICE,
            Dimension.DESTINATION,
            Dimension.WEEKDAY,
            Dimension.HOURS,
            Dimension.DAYS);

    /** Causes that single rows show, of a carrier, the calendar, or the way in which orders are handled and confirmed. */
    private static final Set<String> COMMON_IDS = Set.of(
            "carrier-missing",
            "carrier-never-valid",
            "number-missing",
            "number-malformed",
            "number-of-another-carrier",
            "number-on-several-orders",
            "untracked-service",
            "unprotected-service",
            "placed-after-cut-off",
            "due-on-weekend",
            "demand-spike",
            "confirmed-late-shipped-on-time",
            "confirmed-after-delivery",
            "transit-longer-than-promised",
            "handling-time-shortened");

    private CommonCauses() {}

    static List<CommonCause> of(Causes causes, Messages messages) {
        return causes.metrics().stream()
                .flatMap(metric -> metric.causes().stream())
                .filter(CommonCauses::isCommon)
                .map(cause -> common(cause, messages))
                .toList();
    }

    private static boolean isCommon(Cause cause) {
        return COMMON_IDS.contains(cause.id())
                || cause.dimension().filter(COMMON::contains).isPresent();
    }

    private static CommonCause common(Cause cause, Messages messages) {
        return new CommonCause(
                cause.metric(),
                cause.fulfilment(),
                cause.id(),
                cause.value(),
                CauseName.of(cause, messages),
                CauseName.first(cause),
                CauseName.last(cause),
                cause.defects(),
                cause.of());
    }
}
