/** The papers that an agency has of a seller, held against what Amazon asks for: src/docs/documents.md. */
@NullMarked
@ApplicationModule(allowedDependencies = {"basics", "ledger", "notices"})
package redflag.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
