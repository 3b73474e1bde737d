/** Writes Word documents: what letters, plans and packs need of the format and no more (decision 7). Reads none. */
@ApplicationModule(allowedDependencies = "ooxml")
@NullMarked
package redflag.docx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
