package redflag.report;

import redflag.basics.Remark;

/**
 * A file that could not be used as a whole. It was left where it is.
 *
 * @param expected whether the job declares it broken
 */
public record QuarantinedFile(String file, Remark why, boolean expected) {}
