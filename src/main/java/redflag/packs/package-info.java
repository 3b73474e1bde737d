/** What goes into the pack for one notice: src/docs/packs.md. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "ledger", "causes", "notices", "documents", "plan", "check"})
package redflag.packs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
