package redflag.history;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.StoreId;
import redflag.past.Past;
import redflag.past.PastReading;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;

/** The readings of every night and store. A rerun replaces its own night's readings and no others. */
public final class ReadingHistory {

    private final JdbcClient database;

    public ReadingHistory(JdbcClient database) {
        this.database = database;
    }

    /** Replaces what the job read of the store on {@code asOf}. */
    public void store(String job, StoreId store, LocalDate asOf, List<Reading> readings) {
        database.sql("DELETE FROM READING WHERE JOB = :job AND STORE = :store AND AS_OF = :asOf")
                .param("job", job)
                .param("store", store.value())
                .param("asOf", asOf)
                .update();
        for (Reading reading : readings) {
            insert(job, store, asOf, reading);
        }
    }

    private void insert(String job, StoreId store, LocalDate asOf, Reading reading) {
        Optional<Measured> measured = reading.measured();
        Optional<Rate> rate = measured.map(Measured::figure)
                .filter(Figure.Counts.class::isInstance)
                .map(figure -> ((Figure.Counts) figure).rate());
        database.sql("""
                        INSERT INTO READING (JOB, STORE, AS_OF, METRIC, FULFILMENT, CATEGORY, STATUS, BASIS,
                            PRECISION_OF_COUNT, AFFECTED, TOTAL, STATED_RATE, SCORE, WINDOW_FROM, WINDOW_TO, KNOWN_ON)
                        VALUES (:job, :store, :asOf, :metric, :fulfilment, :category, :status, :basis,
                            :precision, :affected, :total, :stated, :score, :from, :to, :knownOn)
                        """)
                .param("job", job)
                .param("store", store.value())
                .param("asOf", asOf)
                .param("metric", reading.metric().name())
                .param("fulfilment", reading.fulfilment().map(Enum::name).orElse(""))
                .param("category", reading.category().orElse(""))
                .param("status", reading.status().name())
                .param("basis", orNull(measured.map(m -> m.basis().name())))
                .param("precision", orNull(measured.map(m -> m.precision().name())))
                .param("affected", orNull(rate.map(Rate::affected)))
                .param("total", orNull(rate.map(Rate::total)))
                .param("stated", orNull(measured.flatMap(m -> statedRate(m.figure()))))
                .param("score", orNull(measured.flatMap(m -> score(m.figure()))))
                .param("from", orNull(measured.flatMap(Measured::window).map(Period::from)))
                .param("to", orNull(measured.flatMap(Measured::window).map(Period::to)))
                .param("knownOn", orNull(measured.map(Measured::knownOn)))
                .update();
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }

    private static Optional<String> statedRate(Figure figure) {
        return figure instanceof Figure.StatedRate stated
                ? Optional.of(stated.fraction().toPlainString())
                : Optional.empty();
    }

    private static Optional<Long> score(Figure figure) {
        if (figure instanceof Figure.Score score) {
            return Optional.of(score.value());
        }
        return figure instanceof Figure.Count count ? Optional.of(count.value()) : Optional.empty();
    }

    /** What the newest night before {@code asOf} read of each of the stores. */
    public Past before(String job, Map<StoreId, LocalDate> asOf) {
        Map<StoreId, List<PastReading>> readings = new HashMap<>();
        asOf.forEach((store, day) -> readings.put(
                store,
                database.sql("""
                                SELECT * FROM READING WHERE JOB = :job AND STORE = :store AND AS_OF =
                                    (SELECT MAX(AS_OF) FROM READING
                                     WHERE JOB = :job AND STORE = :store AND AS_OF < :asOf)
                                ORDER BY METRIC, FULFILMENT, CATEGORY
                                """)
                        .param("job", job)
                        .param("store", store.value())
                        .param("asOf", day)
                        .query((row, number) -> reading(row))
                        .list()));
        return new Past(readings);
    }

    private static PastReading reading(ResultSet row) throws SQLException {
        Metric metric = Metric.valueOf(row.getString("METRIC"));
        Optional<Figure> figure = figure(row, metric);
        Optional<Measured> measured = Optional.empty();
        if (figure.isPresent()) {
            LocalDate from = row.getObject("WINDOW_FROM", LocalDate.class);
            LocalDate to = row.getObject("WINDOW_TO", LocalDate.class);
            measured = Optional.of(new Measured(
                    figure.get(),
                    Basis.valueOf(row.getString("BASIS")),
                    Precision.valueOf(row.getString("PRECISION_OF_COUNT")),
                    from == null || to == null ? Optional.empty() : Optional.of(new Period(from, to)),
                    row.getObject("KNOWN_ON", LocalDate.class),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty()));
        }
        String fulfilment = row.getString("FULFILMENT");
        String category = row.getString("CATEGORY");
        return new PastReading(
                row.getObject("AS_OF", LocalDate.class),
                metric,
                fulfilment.isEmpty() ? Optional.empty() : Optional.of(Fulfilment.valueOf(fulfilment)),
                category.isEmpty() ? Optional.empty() : Optional.of(category),
                Status.valueOf(row.getString("STATUS")),
                measured);
    }

    private static Optional<Figure> figure(ResultSet row, Metric metric) throws SQLException {
        long total = row.getLong("TOTAL");
        if (total > 0) {
            return Optional.of(new Figure.Counts(new Rate(row.getLong("AFFECTED"), total)));
        }
        String stated = row.getString("STATED_RATE");
        if (stated != null) {
            return Optional.of(new Figure.StatedRate(new BigDecimal(stated)));
        }
        long score = row.getLong("SCORE");
        if (row.wasNull()) {
            return Optional.empty();
        }
        return Optional.of(metric.form() == Metric.Form.SCORE ? new Figure.Score(score) : new Figure.Count(score));
    }
}
