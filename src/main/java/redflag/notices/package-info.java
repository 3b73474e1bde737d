/** What Amazon has sent to a store and until when it is to be answered: src/docs/notices.md. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "calendar", "ledger", "rules"})
package redflag.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
