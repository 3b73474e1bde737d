package redflag.report;

import java.util.Optional;
import redflag.basics.Remark;

/**
 * A file that could not be used as a whole. It was left where it is.
 *
 * @param kind name of the export that it was recognised as; missing where it was not
 * @param expected whether the job declares it broken
 */
public record QuarantinedFile(String file, Optional<String> kind, Remark why, boolean expected) {}
