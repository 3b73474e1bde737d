package redflag.job;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The run lock of a PostgreSQL database: an advisory lock, which dies with its session. There is one a schema, so that
 * two agencies may share a database.
 *
 * <p>The last statement of the session names the holder. Others of the same user see it as what the session did last;
 * the name of an application would end after 63 bytes.
 */
final class AdvisoryLock implements HeldLock {

    /** Redflag's own: RFLG. */
    private static final int REDFLAG = 0x52464c47;

    private static final String KEY =
            "(" + REDFLAG + ", (SELECT oid::int FROM pg_namespace WHERE nspname = current_schema()))";

    /** An idle session is not ended, and the server soon finds out that the machine of the holder is gone. */
    private static final String KEEP_ALIVE = """
            SELECT set_config(name, wanted, false) FROM pg_settings JOIN (VALUES ('idle_session_timeout', '0'),
                ('tcp_keepalives_idle', '60'), ('tcp_keepalives_interval', '20')) AS setting (name, wanted) USING (name)
            """;

    private static final String HOLDER = """
            SELECT substring(query FROM '^SELECT ''(.*)''$') || coalesce(', from ' || host(client_addr), '')
            FROM pg_locks JOIN pg_stat_activity USING (pid)
            WHERE locktype = 'advisory' AND datname = current_database() AND granted AND objsubid = 2
                AND (classid::int, objid::int) = """ + KEY;

    private final Connection session;
    private final String holder;

    private AdvisoryLock(Connection session, String holder) {
        this.session = session;
        this.holder = holder;
    }

    /**
     * Takes the lock, if nobody has it, and closes the session where it is not taken.
     *
     * @param session of the lock's own
     * @throws SQLException also where the schema that the url names is not there
     */
    static Optional<AdvisoryLock> take(Connection session, String holder) throws SQLException {
        boolean held = false;
        try (Statement statement = session.createStatement()) {
            String answer = first(statement, "SELECT pg_try_advisory_lock" + KEY);
            if (answer.isEmpty()) {
                throw new SQLException("there is no schema that the user may use");
            }
            if (answer.equals("t")) {
                statement.execute(KEEP_ALIVE);
                name(statement, holder);
                held = true;
            }
        } finally {
            if (!held) {
                session.close();
            }
        }
        return held ? Optional.of(new AdvisoryLock(session, holder)) : Optional.empty();
    }

    private static void name(Statement statement, String holder) throws SQLException {
        statement.execute("SELECT " + statement.enquoteLiteral(holder));
    }

    /** The lock is the session's: it is held as long as that answers. */
    @Override
    public boolean isHeld() {
        try (Statement statement = session.createStatement()) {
            name(statement, holder);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** What the holder wrote and where it works from. */
    static String holder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return first(statement, HOLDER).replace("''", "'");
        }
    }

    private static String first(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            String value = rows.next() ? rows.getString(1) : null;
            return value == null ? "" : value;
        }
    }

    @Override
    public void close() {
        try (session;
                Statement statement = session.createStatement()) {
            // at once; the server takes a moment to end a session
            statement.execute("SELECT pg_advisory_unlock" + KEY);
        } catch (SQLException e) {
            // a broken session holds no lock
        }
    }
}
