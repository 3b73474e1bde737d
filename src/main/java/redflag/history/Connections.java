package redflag.history;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/** How a night comes by its connections. */
public final class Connections {

    private Connections() {}

    /** None is taken before a statement wants one, so that an account holds none while it reads its files. */
    public static DataSource of(DataSource pool) {
        return new LazyConnectionDataSourceProxy(new OneWait(pool));
    }
}
