/**
 * What Office files are made of (ECMA-376, transitional): parts of XML that name one another, in a zip file whose bytes depend on
 * nothing but its content.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package redflag.ooxml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
