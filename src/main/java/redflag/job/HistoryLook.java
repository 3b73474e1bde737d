package redflag.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.dao.DataAccessException;
import redflag.history.NightLog;
import redflag.history.Schema;

/**
 * A look into a job's history without a night: nothing is written and no table is brought up to date. An embedded
 * database is looked into by one process alone, so that a run that starts meanwhile is told who holds it; in PostgreSQL
 * it goes beside a run.
 */
public final class HistoryLook {

    private static final String LOOK = " of job ";

    private final JobDefinition job;
    private final String holder;

    /** @param what is done, such as {@code status}, for others who want the database */
    public HistoryLook(JobDefinition job, String what, Instant now) {
        this.job = job;
        this.holder = what + LOOK + job.name() + ", process "
                + ProcessHandle.current().pid() + ", since " + now;
    }

    /** Whether the holder of a database only looks into it, and is gone in a moment. */
    static boolean isHeldBy(String holder) {
        return holder.contains(LOOK);
    }

    /** What was seen. */
    public sealed interface Seen<T> {
        record Found<T>(T value) implements Seen<T> {}

        /** No night has made a database, or its tables. */
        record NoNights<T>() implements Seen<T> {}

        /** Another process holds it. @param holder what it says of itself */
        record Held<T>(String holder) implements Seen<T> {}

        /** Its tables are of an earlier version of the program than can be looked into. */
        record TooOld<T>(int schema) implements Seen<T> {}
    }

    /** @throws NightBroken if the database can't be reached or read */
    public <T> Seen<T> ask(Function<NightLog, T> question) throws IOException {
        return look(connection -> {
            Optional<Integer> schema = Schema.of(connection);
            if (schema.isEmpty()) {
                return new Seen.NoNights<>();
            }
            if (schema.get() < NightLog.EARLIEST_SCHEMA) {
                return new Seen.TooOld<>(schema.get());
            }
            return new Seen.Found<>(question.apply(new NightLog(connection)));
        });
    }

    /** The version of its tables. @throws NightBroken if the database can't be reached or read */
    public Seen<Integer> schema() throws IOException {
        return look(connection ->
                Schema.of(connection).<Seen<Integer>>map(Seen.Found::new).orElseGet(Seen.NoNights::new));
    }

    private interface Work<T> {
        Seen<T> on(Connection connection) throws SQLException;
    }

    @SuppressWarnings("try") // the lock is only held
    private <T> Seen<T> look(Work<T> work) throws IOException {
        Database database = job.database();
        if (!database.isThere()) {
            return new Seen.NoNights<>();
        }
        Optional<? extends Closeable> lock =
                database.isOpenBesideARun() ? Optional.<Closeable>of(() -> {}) : lock(database);
        if (lock.isEmpty()) {
            return new Seen.Held<>(database.holder());
        }
        // what Spring sets up for a night; without it the libraries tell of each statement
        LoggingSystem.get(HistoryLook.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        try (@SuppressWarnings("try")
                        Closeable held = lock.get();
                Connection connection = database.openToRead()) {
            return work.on(connection);
        } catch (SQLException | DataAccessException e) {
            throw new NightBroken("can't read the database " + database.place() + ": " + e.getMessage(), e);
        }
    }

    private Optional<HeldLock> lock(Database database) throws IOException {
        try {
            return database.lock(holder);
        } catch (AccessDeniedException e) {
            throw new NightBroken("no right to write " + e.getFile() + ", which says who looks into the database", e);
        }
    }
}
