/** Which days people work: weekdays and public holidays. */
@NullMarked
@ApplicationModule(allowedDependencies = "basics")
package redflag.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
