/** What earlier nights found. Values only. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "rules"})
package redflag.past;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
