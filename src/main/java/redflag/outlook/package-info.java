/** What becomes of a rate: which defects leave its window when, and the course of the days to come. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "rules"})
package redflag.outlook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
