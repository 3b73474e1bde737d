/** Texts that people read, by language. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "settings"})
package redflag.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
