/** What texts show that are looked at and never kept: comments of buyers, tracking numbers. Knows no files of sellers. */
@NullMarked
@ApplicationModule(allowedDependencies = {"settings", "ledger"})
package redflag.signs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
