package redflag.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes out of the history what no night to come needs and nobody will look at. A night's plan, parts of shared files and
 * outcomes are of use until a later attempt of it has ended; all of a night, until there are enough newer ones. What a trend
 * looks back on stays, and of each store what was last found.
 */
public final class Pruning {

    /** Nights of so many days before the newest are always kept. A store may be measured at an earlier day than its night. */
    public static final int DAYS_OF_TREND = ReadingHistory.DAYS_OF_TREND + 3;

    private static final int DAYS_OF_RATINGS = ReadingHistory.DAYS_OF_RATINGS + 3;

    private static final String OF_NIGHT = " JOB = :job AND AS_OF = :asOf AND ATTEMPT = :attempt AND SCOPE = :scope";

    private final JdbcClient database;
    private final TransactionOperations transactions;

    public Pruning(JdbcClient database, TransactionOperations transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** Attempts in whose place a later one has ended, as far as there is more of them than how they ended. */
    public List<NightKey> superseded(String job) {
        return nights(job, """
                CHAR_LENGTH(PLAN) > 0 AND EXISTS (SELECT 1 FROM NIGHT LATER WHERE LATER.JOB = NIGHT.JOB
                    AND LATER.AS_OF = NIGHT.AS_OF AND LATER.SCOPE = NIGHT.SCOPE AND LATER.ATTEMPT > NIGHT.ATTEMPT
                    AND LATER.FINISHED_AT IS NOT NULL)
                """).query((row, number) -> key(row)).list();
    }

    /** Nights before a day, but not those of another. */
    public List<NightKey> before(String job, LocalDate day, LocalDate spared) {
        return nights(job, "AS_OF < :day AND AS_OF <> :spared")
                .param("day", day)
                .param("spared", spared)
                .query((row, number) -> key(row))
                .list();
    }

    private JdbcClient.StatementSpec nights(String job, String which) {
        return database.sql("SELECT JOB, AS_OF, ATTEMPT, SCOPE FROM NIGHT WHERE JOB = :job AND " + which
                        + " ORDER BY AS_OF, SCOPE, ATTEMPT")
                .param("job", job);
    }

    private static NightKey key(java.sql.ResultSet row) throws java.sql.SQLException {
        return new NightKey(
                row.getString("JOB"),
                row.getObject("AS_OF", LocalDate.class),
                row.getInt("ATTEMPT"),
                row.getString("SCOPE"));
    }

    /**
     * The day from which on nights are kept.
     *
     * @param keep so many of the newest whole nights
     * @return missing where there are no more than that
     */
    public Optional<LocalDate> keptFrom(String job, int keep) {
        Optional<LocalDate> oldest = nthNewest(job, keep);
        Optional<LocalDate> trend = nthNewest(job, 1).map(newest -> newest.minusDays(DAYS_OF_TREND));
        return oldest.flatMap(day -> trend.map(from -> from.isBefore(day) ? from : day));
    }

    private Optional<LocalDate> nthNewest(String job, int n) {
        return database.sql("SELECT DISTINCT AS_OF FROM NIGHT WHERE JOB = :job AND SCOPE = ''"
                        + " ORDER BY AS_OF DESC LIMIT 1 OFFSET :before")
                .param("job", job)
                .param("before", n - 1)
                .query(LocalDate.class)
                .optional();
    }

    /** Parts of shared files of a night that is done: nothing of it is worked on again. */
    public void forgetShared(NightKey night) {
        of(night, "DELETE FROM SHARED_FACTS WHERE" + OF_NIGHT);
    }

    /** Leaves of an attempt that it was there, and how it ended. */
    public void forgetWork(NightKey night) {
        transactions.executeWithoutResult(transaction -> {
            forgetShared(night);
            of(night, "DELETE FROM ACCOUNT_OUTCOME WHERE" + OF_NIGHT);
            of(night, "UPDATE NIGHT SET PLAN = '' WHERE" + OF_NIGHT);
        });
    }

    private void of(NightKey night, String sql) {
        database.sql(sql)
                .param("job", night.job())
                .param("asOf", night.asOf())
                .param("attempt", night.attempt())
                .param("scope", night.scope())
                .update();
    }

    /** All of the nights before a day, but not of those of another. */
    public void forgetBefore(String job, LocalDate day, LocalDate spared) {
        transactions.executeWithoutResult(transaction -> {
            for (String table : List.of("SHARED_FACTS", "ACCOUNT_OUTCOME", "OUTBOX", "NIGHT")) {
                before(table, "", job, day, spared).update();
            }
            before("SNAPSHOT", ofLater("SNAPSHOT"), job, day, spared).update();
            before(
                            "READING",
                            ofLater("READING") + " AND NOT (METRIC = 'ACCOUNT_HEALTH_RATING' AND AS_OF >= :ratings)",
                            job,
                            day,
                            spared)
                    .param("ratings", nthNewest(job, 1).orElse(day).minusDays(DAYS_OF_RATINGS))
                    .update();
        });
    }

    private JdbcClient.StatementSpec before(String table, String and, String job, LocalDate day, LocalDate spared) {
        return database.sql("DELETE FROM " + table + " WHERE JOB = :job AND AS_OF < :day AND AS_OF <> :spared" + and)
                .param("job", job)
                .param("day", day)
                .param("spared", spared);
    }

    private static String ofLater(String table) {
        return " AND EXISTS (SELECT 1 FROM " + table + " LATER WHERE LATER.JOB = " + table + ".JOB AND LATER.STORE = "
                + table + ".STORE AND LATER.AS_OF > " + table + ".AS_OF)";
    }
}
