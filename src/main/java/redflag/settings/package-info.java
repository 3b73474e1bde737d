/** Files that people write: YAML read by its nodes, so that every mistake has a file and a line. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics"})
package redflag.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
