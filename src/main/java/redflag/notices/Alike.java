package redflag.notices;

import java.util.Optional;
import redflag.basics.Period;

/**
 * Notices of one kind within the days for which Amazon counts violations, whatever has become of them.
 *
 * @param within the days counted, up to the as-of date
 * @param limit so many put the account at immediate risk; missing where none is known
 */
public record Alike(NoticeKind kind, long count, Period within, Optional<Long> limit) {

    public boolean isAtLimit() {
        return limit.filter(most -> count >= most).isPresent();
    }
}
