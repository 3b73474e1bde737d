/** One night: its definition, its plan, the work on one account, and the Spring Batch job that runs it. */
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
            "changes",
            "reconciliation",
            "stock",
            "notices",
            "documents",
            "packs",
            "causes",
            "risk",
            "plan",
            "check",
            "report",
            "history",
            "smtp",
            "delivery",
            "signals"
        })
package redflag.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
