package redflag.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import redflag.history.Schema;

/** The embedded database: files in a folder, which is made where it is missing. */
record H2Database(Path folder) implements Database {

    private static final String NAME = "redflag";

    @Override
    public String place() {
        return folder.toString();
    }

    @Override
    public String getJdbcUrl() {
        // kill -9 loses nothing that was committed; H2 stays open until a stopped night is stored
        return "jdbc:h2:file:" + folder.resolve(NAME) + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";
    }

    @Override
    public String getUsername() {
        return "sa";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public Optional<HeldLock> lock(String holder) throws IOException {
        return RunLock.take(folder, holder).map(lock -> lock);
    }

    @Override
    public String holder() {
        return RunLock.holder(folder);
    }

    @Override
    public Optional<Path> dataFolder() {
        return Optional.of(folder);
    }

    @Override
    public boolean isThere() {
        return !Files.notExists(file()) && !Files.exists(unfinished());
    }

    private Path file() {
        return folder.resolve(NAME + ".mv.db");
    }

    /** There while tables are made for the first time: a change of tables can't be taken back in H2. */
    private Path unfinished() {
        return folder.resolve(NAME + ".unfinished");
    }

    /** What it was before its tables are brought up to date; there until that is done. */
    private Path before() {
        return folder.resolve(NAME + ".mv.db.before");
    }

    @Override
    public void making() throws IOException {
        if (Files.exists(unfinished())) {
            // nothing of ours is in it; whoever put another one there meanwhile finds it beside
            if (Files.exists(file())) {
                Files.move(file(), folder.resolve(NAME + ".mv.db.unfinished"), StandardCopyOption.REPLACE_EXISTING);
            }
        } else if (Files.notExists(file()) && Files.notExists(before())) {
            Files.createFile(unfinished());
        } else {
            keepBefore();
        }
    }

    private void keepBefore() throws IOException {
        if (Files.exists(before())) {
            Files.copy(before(), file(), StandardCopyOption.REPLACE_EXISTING);
        } else if (isOfEarlierVersion()) {
            Path copy = folder.resolve(NAME + ".mv.db.copy");
            Files.copy(file(), copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(copy, before(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private boolean isOfEarlierVersion() {
        try (Connection connection = openToRead()) {
            return Schema.of(connection)
                    .filter(version -> version < Schema.newest())
                    .isPresent();
        } catch (SQLException e) {
            throw new NightBroken("can't read the database " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void made() throws IOException {
        Files.deleteIfExists(before());
        Files.deleteIfExists(unfinished());
    }

    @Override
    public boolean isOpenBesideARun() {
        return false;
    }

    @Override
    public Connection openToRead() {
        String url = "jdbc:h2:file:" + folder.resolve(NAME) + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0";
        try {
            return DriverManager.getConnection(url, getUsername(), getPassword());
        } catch (SQLException e) {
            throw new NightBroken("can't open the database " + folder + ": " + e.getMessage(), e);
        }
    }
}
