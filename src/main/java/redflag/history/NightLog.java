package redflag.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;
import redflag.basics.StoreId;
import redflag.past.PastReading;

/** What nights have left, to be looked at: nothing is written. The connection stays open. */
public final class NightLog {

    /** Tables of an earlier version have no ends of nights, or no messages. */
    public static final int EARLIEST_SCHEMA = 5;

    private static final String NIGHTS = """
            SELECT JOB, AS_OF, ATTEMPT, SCOPE, STARTED_AT, FINISHED_AT, EXIT_CODE, ACCOUNTS_REPORTED, ACCOUNTS_FAILED,
                ROWS_READ, ROWS_REJECTED, IN_BRIEF, END_IS_KEPT,
                (SELECT COUNT(*) FROM ACCOUNT_OUTCOME WHERE ACCOUNT_OUTCOME.JOB = NIGHT.JOB
                    AND ACCOUNT_OUTCOME.AS_OF = NIGHT.AS_OF AND ACCOUNT_OUTCOME.ATTEMPT = NIGHT.ATTEMPT
                    AND ACCOUNT_OUTCOME.SCOPE = NIGHT.SCOPE) AS ACCOUNTS_DONE
            FROM NIGHT WHERE JOB = :job""";

    /** Spring Batch keeps each start of a night with the night's name as its parameters; days are written as they sort. */
    private static final String RUNS = """
            SELECT CAST(ON_DAY.PARAMETER_VALUE AS DATE) AS AS_OF, CAST(COUNTED.PARAMETER_VALUE AS INTEGER) AS ATTEMPT,
                STATUS = 'COMPLETED' AS IS_DONE, STATUS NOT IN ('COMPLETED', 'STOPPED') AS IS_FAILURE,
                FINISHED_AT, NIGHT.EXIT_CODE AS NIGHT_EXIT_CODE
            FROM BATCH_JOB_EXECUTION RUN
            JOIN BATCH_JOB_EXECUTION_PARAMS NAMED ON NAMED.JOB_EXECUTION_ID = RUN.JOB_EXECUTION_ID
                AND NAMED.PARAMETER_NAME = 'job' AND NAMED.PARAMETER_VALUE = :job
            JOIN BATCH_JOB_EXECUTION_PARAMS ON_DAY ON ON_DAY.JOB_EXECUTION_ID = RUN.JOB_EXECUTION_ID
                AND ON_DAY.PARAMETER_NAME = 'asOf' AND ON_DAY.PARAMETER_VALUE BETWEEN :from AND :to
            JOIN BATCH_JOB_EXECUTION_PARAMS COUNTED ON COUNTED.JOB_EXECUTION_ID = RUN.JOB_EXECUTION_ID
                AND COUNTED.PARAMETER_NAME = 'attempt'
            JOIN BATCH_JOB_EXECUTION_PARAMS SCOPED ON SCOPED.JOB_EXECUTION_ID = RUN.JOB_EXECUTION_ID
                AND SCOPED.PARAMETER_NAME = 'scope' AND SCOPED.PARAMETER_VALUE = ''
            LEFT JOIN NIGHT ON NIGHT.JOB = :job AND NIGHT.SCOPE = ''
                AND NIGHT.AS_OF = CAST(ON_DAY.PARAMETER_VALUE AS DATE)
                AND NIGHT.ATTEMPT = CAST(COUNTED.PARAMETER_VALUE AS INTEGER)
            ORDER BY ON_DAY.PARAMETER_VALUE, ATTEMPT, RUN.JOB_EXECUTION_ID""";

    private static final String NEWEST_FIRST = " ORDER BY AS_OF DESC, SCOPE, ATTEMPT DESC LIMIT :most";

    private final JdbcClient database;
    private final ReadingHistory readings;

    /** @param connection to a database whose tables are of {@link #EARLIEST_SCHEMA} at least */
    public NightLog(Connection connection) {
        NamedParameterJdbcTemplate template =
                new NamedParameterJdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.database = JdbcClient.create(template);
        this.readings = new ReadingHistory(template);
    }

    /** The nights of a job, the newest as-of date first, runs of some stores behind the whole night of their day. */
    public List<NightRecord> nights(String job, int most) {
        return nights(job, "", most);
    }

    /** The newest attempt of the job's newest whole night. */
    public Optional<NightRecord> newest(String job) {
        return nights(job, " AND SCOPE = ''", 1).stream().findFirst();
    }

    /** The same of those that have an end. */
    public Optional<NightRecord> newestWithEnd(String job) {
        return nights(job, " AND SCOPE = '' AND FINISHED_AT IS NOT NULL", 1).stream()
                .findFirst();
    }

    private List<NightRecord> nights(String job, String which, int most) {
        return database.sql(NIGHTS + which + NEWEST_FIRST)
                .param("job", job)
                .param("most", most)
                .query((row, number) -> night(row))
                .list();
    }

    /** What has run of the whole nights of these days, both included, by day: each one's newest attempt. */
    public SortedMap<LocalDate, NightRuns> runs(String job, LocalDate from, LocalDate to) {
        SortedMap<LocalDate, NightRuns> runs = new TreeMap<>();
        database.sql(RUNS)
                .param("job", job)
                .param("from", from.toString())
                .param("to", to.toString())
                .query(row -> {
                    NightRuns run = run(row);
                    runs.merge(
                            row.getObject("AS_OF", LocalDate.class),
                            run,
                            (earlier, later) -> earlier.attempt() == later.attempt() ? later.after(earlier) : later);
                });
        return runs;
    }

    private static NightRuns run(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("FINISHED_AT", OffsetDateTime.class);
        return new NightRuns(
                row.getInt("ATTEMPT"),
                row.getBoolean("IS_DONE"),
                row.getBoolean("IS_FAILURE") ? 1 : 0,
                Optional.ofNullable(finished).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("NIGHT_EXIT_CODE", Integer.class)));
    }

    /** The newest message to each recipient of a night, by recipient. */
    public List<OutboxEntry> newestMessages(String job, LocalDate asOf) {
        return new Outbox(database, TransactionOperations.withoutTransaction())
                .of(job, asOf).stream()
                        .collect(Collectors.toMap(
                                OutboxEntry::recipient, message -> message, (earlier, later) -> later, TreeMap::new))
                        .values()
                        .stream()
                        .toList();
    }

    /** As {@link Nights#lastSuccess}. */
    public Optional<Instant> lastSuccess(String job) {
        return new Nights(database).lastSuccess(job);
    }

    /** What the newest night and those of the weeks before it read of a store, as far back as trends look, the oldest first. */
    public List<PastReading> series(String job, StoreId store) {
        return database.sql("SELECT MAX(AS_OF) FROM READING WHERE JOB = :job AND STORE = :store")
                .param("job", job)
                .param("store", store.value())
                .query(LocalDate.class)
                .optional()
                .map(newest ->
                        readings.before(job, Map.of(store, newest.plusDays(1))).series(store))
                .orElse(List.of());
    }

    private static NightRecord night(ResultSet row) throws SQLException {
        NightKey key = new NightKey(
                row.getString("JOB"),
                row.getObject("AS_OF", LocalDate.class),
                row.getInt("ATTEMPT"),
                row.getString("SCOPE"));
        OffsetDateTime finished = row.getObject("FINISHED_AT", OffsetDateTime.class);
        Optional<NightEnd> end = finished == null
                ? Optional.empty()
                : Optional.of(new NightEnd(
                        finished.toInstant(),
                        row.getInt("EXIT_CODE"),
                        row.getInt("ACCOUNTS_REPORTED"),
                        row.getInt("ACCOUNTS_FAILED"),
                        row.getLong("ROWS_READ"),
                        row.getLong("ROWS_REJECTED"),
                        row.getString("IN_BRIEF")));
        return new NightRecord(
                key,
                row.getObject("STARTED_AT", OffsetDateTime.class).toInstant(),
                row.getInt("ACCOUNTS_DONE"),
                end,
                row.getBoolean("END_IS_KEPT"));
    }
}
