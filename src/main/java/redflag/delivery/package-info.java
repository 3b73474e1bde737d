/**
 * Mail: who is told what of a night, the messages, and their way to each recipient exactly as often as it should be. Knows
 * outcomes and no exports.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "basics",
            "settings",
            "words",
            "past",
            "rules",
            "metrics",
            "risk",
            "report",
            "history",
            "smtp",
            "ooxml"
        })
package redflag.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
