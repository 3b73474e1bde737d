/** Judges readings: what burns first. Knows nothing of files. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "ledger", "rules", "metrics"})
package redflag.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
