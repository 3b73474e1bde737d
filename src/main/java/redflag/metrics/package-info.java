/** Measures a store: from its ledger to readings with status and headroom. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "settings", "ledger", "rules", "past", "outlook"})
package redflag.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
