/** A night beside the nights before it: what is new, what has gone, and how things went. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "ledger", "rules", "past", "metrics"})
package redflag.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
