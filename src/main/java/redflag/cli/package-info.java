/** The commands. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "basics",
            "settings",
            "words",
            "ledger",
            "intake",
            "rules",
            "past",
            "metrics",
            "risk",
            "plan",
            "notices",
            "packs",
            "check",
            "job",
            "history",
            "delivery",
            "report",
            "schedule",
            "signals",
            "setup",
            "sample"
        })
package redflag.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
