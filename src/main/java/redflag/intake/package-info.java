/** Reads exports: which kind a file is, and the facts of its rows. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "settings", "ledger", "signs"})
package redflag.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
