/** Drafts the plan of action that answers an off-target metric. States nothing that rows do not give. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"basics", "settings", "words", "ledger", "rules", "metrics", "causes", "past"})
package redflag.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
