/** What tells watchers outside of the program how nights go: figures for Prometheus, and pings. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package redflag.signals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
