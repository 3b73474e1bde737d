package redflag.intake;

import redflag.basics.Remark;

/** A file that can't be used as a whole, and why. It is left where it is. */
public record Quarantine(String path, Remark why) {}
