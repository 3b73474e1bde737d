package redflag.job;

import redflag.basics.AccountId;
import redflag.report.AccountOutcome;

/** Hears of accounts as they end; called from several threads. */
public interface NightProgress {

    void done(AccountOutcome outcome);

    void failed(AccountId account, Exception why);
}
