package redflag.job;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database that is there already, or a schema of it.
 *
 * @param url begins with {@code jdbc:postgresql:} and holds neither user nor password
 * @param password missing where the server asks for none, or the driver finds it in {@code ~/.pgpass}
 */
record PostgreSqlDatabase(String url, String user, Optional<String> password) implements Database {

    private static final String LOCK = "redflag run lock";

    /** A server that is gone without a word, such as behind a cut cable, is found out; no statement of ours takes so long. */
    private static final Map<String, String> SETTINGS = Map.of("tcpKeepAlive", "true", "socketTimeout", "600");

    @Override
    public String place() {
        return url;
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public @Nullable String getPassword() {
        return password.orElse(null);
    }

    @Override
    public Optional<HeldLock> lock(String holder) {
        try {
            return AdvisoryLock.take(connect(LOCK), holder).map(lock -> lock);
        } catch (SQLException e) {
            throw new NightBroken("can't lock the database " + url + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String holder() {
        try (Connection connection = connect(LOCK)) {
            return AdvisoryLock.holder(connection);
        } catch (SQLException | NightBroken e) {
            return "";
        }
    }

    @Override
    public Optional<Path> dataFolder() {
        return Optional.empty();
    }

    @Override
    public boolean isThere() {
        return true;
    }

    @Override
    public Map<String, String> driverSettings() {
        return SETTINGS;
    }

    @Override
    public void making() {
        // its tables are made in a transaction
    }

    @Override
    public void made() {
        // nor is there anything to note of it
    }

    @Override
    public boolean isOpenBesideARun() {
        return true;
    }

    @Override
    public Connection openToRead() {
        Connection connection = connect("redflag");
        try {
            connection.setReadOnly(true);
            return connection;
        } catch (SQLException e) {
            throw new NightBroken("can't read the database " + url + ": " + e.getMessage(), e);
        }
    }

    /** @param application as the server lists it among its sessions */
    private Connection connect(String application) {
        Properties properties = new Properties();
        properties.putAll(SETTINGS);
        properties.setProperty("user", user);
        password.ifPresent(secret -> properties.setProperty("password", secret));
        properties.setProperty("ApplicationName", application);
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw new NightBroken("can't open the database " + url + " as user " + user + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return url + " as user " + user;
    }
}
