package redflag.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import redflag.basics.AccountId;
import redflag.ledger.FactsCodec;
import redflag.ledger.FileFacts;
import redflag.report.AccountOutcome;
import tools.jackson.databind.json.JsonMapper;

/** The nights that were run: plan, split shared files, the outcome of each account, and how they ended. */
public final class Nights {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OF_NIGHT = " JOB = :job AND AS_OF = :asOf AND ATTEMPT = :attempt AND SCOPE = :scope";

    private final JdbcClient database;

    public Nights(JdbcClient database) {
        this.database = database;
    }

    /** The newest attempt of a night, if there was one. */
    public Optional<Integer> newestAttempt(String job, LocalDate asOf, String scope) {
        return database.sql("SELECT MAX(ATTEMPT) FROM NIGHT WHERE JOB = :job AND AS_OF = :asOf AND SCOPE = :scope")
                .param("job", job)
                .param("asOf", asOf)
                .param("scope", scope)
                .query(Integer.class)
                .optional();
    }

    /** The newest whole night of a job, if there was one. */
    public Optional<LocalDate> newest(String job) {
        return database.sql("SELECT MAX(AS_OF) FROM NIGHT WHERE JOB = :job AND SCOPE = ''")
                .param("job", job)
                .query(LocalDate.class)
                .optional();
    }

    /**
     * When the newest whole night of a job that has ended with exit code 0 did so: a night of the past that is run today does
     * not make the job's data look fresh.
     */
    public Optional<Instant> lastSuccess(String job) {
        return database.sql("SELECT FINISHED_AT FROM NIGHT WHERE JOB = :job AND SCOPE = '' AND EXIT_CODE = 0"
                        + " ORDER BY AS_OF DESC, ATTEMPT DESC LIMIT 1")
                .param("job", job)
                .query(java.time.OffsetDateTime.class)
                .optional()
                .map(java.time.OffsetDateTime::toInstant);
    }

    /** Keeps the plan, in the words of whoever made it, and the parts of shared files. */
    public void begin(NightKey night, Instant startedAt, String plan, List<SharedPart> parts) {
        of(
                        night,
                        "INSERT INTO NIGHT (JOB, AS_OF, ATTEMPT, SCOPE, STARTED_AT, PLAN)"
                                + " VALUES (:job, :asOf, :attempt, :scope, :startedAt, :plan)")
                .param("startedAt", startedAt.atOffset(ZoneOffset.UTC))
                .param("plan", plan)
                .update();
        int place = 0;
        for (SharedPart part : parts) {
            of(
                            night,
                            "INSERT INTO SHARED_FACTS (JOB, AS_OF, ATTEMPT, SCOPE, ACCOUNT, PLACE, FACTS)"
                                    + " VALUES (:job, :asOf, :attempt, :scope, :account, :place, :facts)")
                    .param("account", part.account().value())
                    .param("place", place++)
                    .param("facts", Base64.getEncoder().encodeToString(FactsCodec.encode(part.facts())))
                    .update();
        }
    }

    /** What an account has of a shared file. */
    public record SharedPart(AccountId account, FileFacts facts) {}

    public Optional<String> plan(NightKey night) {
        return of(night, "SELECT PLAN FROM NIGHT WHERE" + OF_NIGHT)
                .query(String.class)
                .optional();
    }

    public Optional<Instant> startedAt(NightKey night) {
        return of(night, "SELECT STARTED_AT FROM NIGHT WHERE" + OF_NIGHT)
                .query(java.time.OffsetDateTime.class)
                .optional()
                .map(java.time.OffsetDateTime::toInstant);
    }

    public List<FileFacts> sharedFacts(NightKey night, AccountId account) {
        return of(night, "SELECT FACTS FROM SHARED_FACTS WHERE" + OF_NIGHT + " AND ACCOUNT = :account ORDER BY PLACE")
                .param("account", account.value())
                .query(String.class)
                .list()
                .stream()
                .map(text -> FactsCodec.decode(Base64.getDecoder().decode(text)))
                .toList();
    }

    /** Replaces the account's outcome of this night. */
    public void store(NightKey night, AccountOutcome outcome) {
        of(night, "DELETE FROM ACCOUNT_OUTCOME WHERE" + OF_NIGHT + " AND ACCOUNT = :account")
                .param("account", outcome.account().value())
                .update();
        of(
                        night,
                        "INSERT INTO ACCOUNT_OUTCOME (JOB, AS_OF, ATTEMPT, SCOPE, ACCOUNT, VERSION, OUTCOME)"
                                + " VALUES (:job, :asOf, :attempt, :scope, :account, :version, :outcome)")
                .param("account", outcome.account().value())
                .param("version", outcome.version())
                .param("outcome", JSON.writeValueAsString(outcome))
                .update();
    }

    /** The stored outcomes of this version, by account: the accounts that are done. */
    public List<AccountOutcome> outcomes(NightKey night) {
        return of(night, "SELECT OUTCOME FROM ACCOUNT_OUTCOME WHERE" + OF_NIGHT + " AND VERSION = :version")
                .param("version", AccountOutcome.VERSION)
                .query(String.class)
                .list()
                .stream()
                .map(text -> JSON.readValue(text, AccountOutcome.class))
                .sorted(Comparator.comparing(AccountOutcome::account))
                .toList();
    }

    /** What is kept of how the night ended; missing of one that was not brought to its end. */
    public Optional<String> inBrief(NightKey night) {
        return of(night, "SELECT IN_BRIEF FROM NIGHT WHERE END_IS_KEPT = TRUE AND IN_BRIEF IS NOT NULL AND" + OF_NIGHT)
                .query(String.class)
                .optional();
    }

    /** Keeps how the night ended, in place of an earlier end: one that failed may be gone on with. */
    public void end(NightKey night, NightEnd end) {
        of(
                        night,
                        "UPDATE NIGHT SET FINISHED_AT = :finishedAt, EXIT_CODE = :exitCode,"
                                + " ACCOUNTS_REPORTED = :reported, ACCOUNTS_FAILED = :failed, ROWS_READ = :rows,"
                                + " ROWS_REJECTED = :rejected, IN_BRIEF = :inBrief, END_IS_KEPT = TRUE WHERE"
                                + OF_NIGHT)
                .param("finishedAt", end.finishedAt().atOffset(ZoneOffset.UTC))
                .param("exitCode", end.exitCode())
                .param("reported", end.reported())
                .param("failed", end.failed())
                .param("rows", end.rows())
                .param("rejected", end.rejected())
                .param("inBrief", end.inBrief())
                .update();
    }

    private JdbcClient.StatementSpec of(NightKey night, String sql) {
        return database.sql(sql)
                .param("job", night.job())
                .param("asOf", night.asOf())
                .param("attempt", night.attempt())
                .param("scope", night.scope());
    }
}
