package redflag.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Waits once for a database that is gone. Whoever wants a connection after that is told at once: a night has hundreds of
 * statements left, and the pool would wait for half a minute at each.
 */
final class OneWait extends DelegatingDataSource {

    private volatile @Nullable SQLTransientConnectionException gone;

    OneWait(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        SQLTransientConnectionException known = gone;
        if (known != null) {
            throw new SQLTransientConnectionException(known.getMessage(), known.getSQLState(), known);
        }
        try {
            return super.getConnection();
        } catch (SQLTransientConnectionException e) {
            gone = e;
            throw e;
        }
    }
}
