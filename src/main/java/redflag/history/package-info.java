/** Keeps what nights found and did, and gives it back. The only module with tables of our own. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "settings", "ledger", "rules", "past", "risk", "report"})
package redflag.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
