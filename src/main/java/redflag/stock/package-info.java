/** How long a store's products last, and which of them were sold without being there. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "ledger", "past", "metrics"})
package redflag.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
