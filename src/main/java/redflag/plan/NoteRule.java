package redflag.plan;

import java.util.Optional;
import redflag.basics.Remark;

/** Says whether people's own words can stand in a letter to Amazon as they are. */
@FunctionalInterface
public interface NoteRule {

    /** Why a note can't stand in the letter about a reason; missing where it can. */
    Optional<Remark> unusable(Reason reason, String note);
}
