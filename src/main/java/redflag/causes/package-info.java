/** Finds in a store's own rows what stands behind its defects. Says nothing that rows do not support. */
@ApplicationModule(allowedDependencies = {"basics", "calendar", "ledger", "rules", "metrics", "stock", "words"})
@NullMarked
package redflag.causes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
