/**
 * A made-up agency in the real file formats: every order, name and figure in it is invented.
 *
 * <p>It writes XLSX itself (elsewhere only {@code report} writes workbooks), because its workbooks are exports.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics"})
package redflag.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
