package redflag.job;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

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
    public Optional<Closeable> lock(String holder) throws IOException {
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
        return Files.exists(file()) && !Files.exists(unfinished());
    }

    private Path file() {
        return folder.resolve(NAME + ".mv.db");
    }

    /** There while tables are made for the first time: a change of tables can't be taken back in H2. */
    private Path unfinished() {
        return folder.resolve(NAME + ".unfinished");
    }

    @Override
    public void making() throws IOException {
        if (Files.exists(unfinished())) {
            Files.deleteIfExists(file());
        } else if (!Files.exists(file())) {
            Files.createFile(unfinished());
        }
    }

    @Override
    public void made() throws IOException {
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
