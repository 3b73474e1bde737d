/** Amazon's printed counts against those of the rows: how far they differ, and which orders explain it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "ledger", "rules", "outlook", "past", "metrics"})
package redflag.reconciliation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
