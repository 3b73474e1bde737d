package redflag.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Of which version the tables of a database are, by what Flyway has noted there. Nothing is brought up to date. */
public final class Schema {

    private static final String NOTES = "flyway_schema_history";
    private static final Pattern NUMBER = Pattern.compile("V(\\d+)__.*");

    private Schema() {}

    /** Missing where there are no tables of ours. */
    public static Optional<Integer> of(Connection connection) throws SQLException {
        try (ResultSet table = connection.getMetaData().getTables(null, connection.getSchema(), NOTES, null)) {
            if (!table.next()) {
                return Optional.empty();
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"" + NOTES
                        + "\" WHERE \"success\" AND \"version\" IS NOT NULL")) {
            rows.next();
            int version = rows.getInt(1);
            return version == 0 ? Optional.empty() : Optional.of(version);
        }
    }

    /** The version that this program makes. */
    public static int newest() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:db/migration/**/V*__*.sql"))
                    .map(file -> NUMBER.matcher(String.valueOf(file.getFilename())))
                    .filter(Matcher::matches)
                    .mapToInt(name -> Integer.parseInt(name.group(1)))
                    .max()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
