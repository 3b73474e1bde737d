package redflag.job;

import java.util.List;
import redflag.basics.AccountId;
import redflag.history.NightKey;
import redflag.report.AccountOutcome;

/** Hears how a night goes on; of accounts from several threads. */
public interface NightProgress {

    /**
     * The night has a plan, and its accounts are worked on next.
     *
     * @param left accounts without a stored outcome: fewer than all of a night that is gone on with
     * @param accounts all of the night's
     */
    void planned(NightKey night, List<AccountId> left, int accounts);

    void started(AccountId account);

    void done(AccountOutcome outcome);

    void failed(AccountId account, Exception why);

    /** Something went wrong beside the night, which changes nothing of it. */
    void warned(String what);

    /** The last of a night that could not be brought to its end. */
    void broken(Exception why);

    /** The last of a night that was brought to its end, or was stopped. */
    void ended(NightResult result);
}
