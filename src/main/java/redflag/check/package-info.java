/** Holds a draft of a plan of action against the known reasons for refusal. Reads drafts and reports, writes nothing. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "words", "rules", "plan"})
package redflag.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
