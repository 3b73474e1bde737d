/** Nights that start by themselves: which are due, and the job files of a folder as they change. */
@NullMarked
@ApplicationModule(allowedDependencies = {"settings", "job", "history", "delivery", "signals"})
package redflag.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
