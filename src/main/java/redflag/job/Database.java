package redflag.job;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Where a job keeps its nights and their history, and how Spring gets in. Only one run at a time works on it.
 *
 * <p>No text made of it holds a password.
 */
public sealed interface Database extends JdbcConnectionDetails permits H2Database, PostgreSqlDatabase {

    /** As people name it: a folder or a url. */
    String place();

    /**
     * Takes the run lock, if nobody has it. It dies with its process.
     *
     * @param holder what others shall read, such as job, night, process and start
     * @throws NightBroken if the database can't be reached
     */
    Optional<HeldLock> lock(String holder) throws IOException;

    /** What the one who holds the run lock says of itself; empty where that can't be known. */
    String holder();

    /** The folder of an embedded database, which a night makes. */
    Optional<Path> dataFolder();

    /** Whether there is something to look into: an embedded database is made by its first night. */
    boolean isThere();

    /**
     * Says that it is opened by whoever holds the lock, and makes its tables or brings them up to date. One that was left while
     * that was done for the first time is made anew, for nothing was kept in it; one that was left while its tables were
     * brought up to date is what it was before.
     *
     * @throws IOException if its files can't be written
     */
    void making() throws IOException;

    /** Settings of its driver, for what the url does not say. */
    default Map<String, String> driverSettings() {
        return Map.of();
    }

    /** Its tables are all there. */
    void made() throws IOException;

    /** Whether it can be looked into while a run works on it. */
    boolean isOpenBesideARun();

    /**
     * A connection that writes nothing.
     *
     * @throws NightBroken if the database can't be reached
     */
    Connection openToRead();
}
