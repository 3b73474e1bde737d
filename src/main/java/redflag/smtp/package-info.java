/** Hands a message to a mail server, and says for certain what is known to have come of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package redflag.smtp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
