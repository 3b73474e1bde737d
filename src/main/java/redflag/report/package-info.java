/** Reports as values, and the writers that turn them into files. The writers decide nothing. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "basics",
            "words",
            "xlsx",
            "ledger",
            "rules",
            "past",
            "outlook",
            "metrics",
            "changes",
            "reconciliation",
            "stock",
            "notices",
            "documents",
            "docx",
            "packs",
            "check",
            "causes",
            "risk",
            "plan"
        })
package redflag.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
