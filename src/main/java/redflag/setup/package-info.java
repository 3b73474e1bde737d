/** Makes an installation and looks after it: what a night needs is checked before the night. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"basics", "settings", "words", "intake", "report", "history", "job", "delivery", "smtp"})
package redflag.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
