/** What files say: the compact facts of one file, and their merge into the ledger of an account. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics"})
package redflag.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
