/** Words that every module shares: accounts, stores, marketplaces, periods and rates. Knows nothing else. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package redflag.basics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
