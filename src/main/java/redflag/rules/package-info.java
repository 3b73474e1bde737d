/** What is measured, against what. Holds no calculation. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "settings"})
package redflag.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
