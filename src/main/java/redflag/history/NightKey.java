package redflag.history;

import java.time.LocalDate;

/**
 * Names a night.
 *
 * @param attempt counted from 1
 * @param scope empty for a whole night; else the stores that were asked for, with commas, sorted
 */
public record NightKey(String job, LocalDate asOf, int attempt, String scope) {

    public boolean isWhole() {
        return scope.isEmpty();
    }
}
