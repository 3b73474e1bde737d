package redflag.history;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import redflag.basics.Fulfilment;
import redflag.basics.Period;
import redflag.basics.Rate;
import redflag.basics.StoreId;
import redflag.past.Past;
import redflag.past.PastReading;
import redflag.past.Snapshot;
import redflag.risk.RiskLevel;
import redflag.rules.Basis;
import redflag.rules.Figure;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Status;
import tools.jackson.databind.json.JsonMapper;

/** The readings of every night and store, and its snapshots. A rerun replaces its own night's and no others. */
public final class ReadingHistory {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** So many nights a trend shows. */
    static final int DAYS_OF_TREND = 62;

    /** Six months and a bit, for the clock of Account Health Assurance. */
    static final int DAYS_OF_RATINGS = 190;

    private static final String INSERT = """
            INSERT INTO READING (JOB, STORE, AS_OF, METRIC, FULFILMENT, CATEGORY, STATUS, BASIS,
                PRECISION_OF_COUNT, AFFECTED, TOTAL, STATED_RATE, SCORE, WINDOW_FROM, WINDOW_TO, KNOWN_ON)
            VALUES (:job, :store, :asOf, :metric, :fulfilment, :category, :status, :basis,
                :precision, :affected, :total, :stated, :score, :from, :to, :knownOn)
            """;

    private static final String NEWEST = """
            AS_OF = (SELECT MAX(AS_OF) FROM READING WHERE JOB = :job AND STORE = :store AND AS_OF < :asOf)
            """;

    /** Ratings are one row a night, and are looked at over a longer time. */
    private static final String SERIES = """
            AS_OF < :asOf AND (AS_OF >= :since OR METRIC = 'ACCOUNT_HEALTH_RATING' AND AS_OF >= :ratingsSince)
            """;

    /** By code point: each database has an order of texts of its own. */
    private static final Comparator<PastReading> ORDER = Comparator.comparing(PastReading::asOf)
            .thenComparing(reading -> reading.metric().name())
            .thenComparing(reading -> reading.fulfilment().map(Enum::name).orElse(""))
            .thenComparing(reading -> reading.category().orElse(""));

    private final JdbcClient database;
    private final NamedParameterJdbcOperations batches;

    public ReadingHistory(NamedParameterJdbcOperations database) {
        this.database = JdbcClient.create(database);
        this.batches = database;
    }

    /** Replaces what the job read of the store on the night of the snapshot. */
    public void store(String job, StoreId store, RiskLevel risk, List<Reading> readings, Snapshot snapshot) {
        LocalDate asOf = snapshot.asOf();
        for (String table : List.of("READING", "SNAPSHOT")) {
            database.sql("DELETE FROM " + table + " WHERE JOB = :job AND STORE = :store AND AS_OF = :asOf")
                    .param("job", job)
                    .param("store", store.value())
                    .param("asOf", asOf)
                    .update();
        }
        batches.batchUpdate(
                INSERT,
                readings.stream().map(reading -> row(job, store, asOf, reading)).toArray(SqlParameterSource[]::new));
        database.sql("INSERT INTO SNAPSHOT (JOB, STORE, AS_OF, VERSION, CONTENT, RISK)"
                        + " VALUES (:job, :store, :asOf, :version, :content, :risk)")
                .param("job", job)
                .param("store", store.value())
                .param("asOf", asOf)
                .param("version", Snapshot.VERSION)
                .param("content", JSON.writeValueAsString(snapshot))
                .param("risk", risk.name())
                .update();
    }

    /**
     * The risk levels of the nights before their as-of dates, as far back as trends look; nights of versions that did not
     * keep them are left out.
     *
     * @return by store, the newest first
     */
    public Map<StoreId, List<RiskLevel>> risksBefore(String job, Map<StoreId, LocalDate> asOf) {
        Map<StoreId, List<RiskLevel>> risks = new HashMap<>();
        if (asOf.isEmpty()) {
            return risks;
        }
        LocalDate newest = Collections.max(asOf.values());
        database.sql("""
                        SELECT STORE, AS_OF, RISK FROM SNAPSHOT WHERE JOB = :job AND AS_OF < :asOf AND AS_OF >= :since
                            AND RISK IS NOT NULL ORDER BY AS_OF DESC
                        """)
                .param("job", job)
                .param("asOf", newest)
                .param("since", newest.minusDays(DAYS_OF_TREND))
                .query(row -> {
                    StoreId store = new StoreId(row.getString("STORE"));
                    LocalDate own = asOf.get(store);
                    if (own != null && row.getObject("AS_OF", LocalDate.class).isBefore(own)) {
                        risks.computeIfAbsent(store, none -> new ArrayList<>())
                                .add(RiskLevel.valueOf(row.getString("RISK")));
                    }
                });
        return risks;
    }

    private static SqlParameterSource row(String job, StoreId store, LocalDate asOf, Reading reading) {
        Optional<Measured> measured = reading.measured();
        Optional<Rate> rate = measured.map(Measured::figure)
                .filter(Figure.Counts.class::isInstance)
                .map(figure -> ((Figure.Counts) figure).rate());
        return new MapSqlParameterSource()
                .addValue("job", job)
                .addValue("store", store.value())
                .addValue("asOf", asOf)
                .addValue("metric", reading.metric().name())
                .addValue("fulfilment", reading.fulfilment().map(Enum::name).orElse(""))
                .addValue("category", reading.category().orElse(""))
                .addValue("status", reading.status().name())
                .addValue("basis", orNull(measured.map(m -> m.basis().name())))
                .addValue("precision", orNull(measured.map(m -> m.precision().name())))
                .addValue("affected", orNull(rate.map(Rate::affected)))
                .addValue("total", orNull(rate.map(Rate::total)))
                .addValue("stated", orNull(measured.flatMap(m -> statedRate(m.figure()))))
                .addValue("score", orNull(measured.flatMap(m -> score(m.figure()))))
                .addValue("from", orNull(measured.flatMap(Measured::window).map(Period::from)))
                .addValue("to", orNull(measured.flatMap(Measured::window).map(Period::to)))
                .addValue("knownOn", orNull(measured.map(Measured::knownOn)));
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

    /** What the nights before its as-of date found of each of the stores. */
    public Past before(String job, Map<StoreId, LocalDate> asOf) {
        if (asOf.isEmpty()) {
            return Past.none();
        }
        Map<StoreId, List<PastReading>> newest = new HashMap<>();
        Map<StoreId, List<PastReading>> series = new HashMap<>();
        Map<StoreId, Snapshot> snapshots = new HashMap<>();
        asOf.forEach((store, day) -> {
            newest.put(store, readings(job, store, day, NEWEST, day));
            series.put(store, readings(job, store, day, SERIES, day.minusDays(DAYS_OF_TREND)));
            snapshot(job, store, day).ifPresent(snapshot -> snapshots.put(store, snapshot));
        });
        return new Past(newest, series, snapshots);
    }

    private List<PastReading> readings(String job, StoreId store, LocalDate asOf, String which, LocalDate since) {
        return database
                .sql("SELECT * FROM READING WHERE JOB = :job AND STORE = :store AND " + which)
                .param("job", job)
                .param("store", store.value())
                .param("asOf", asOf)
                .param("since", since)
                .param("ratingsSince", asOf.minusDays(DAYS_OF_RATINGS))
                .query((row, number) -> reading(row))
                .list()
                .stream()
                .sorted(ORDER)
                .toList();
    }

    /** A document of another form is no snapshot: what it knew is found anew. */
    private Optional<Snapshot> snapshot(String job, StoreId store, LocalDate asOf) {
        return database.sql("""
                        SELECT CONTENT FROM SNAPSHOT WHERE JOB = :job AND STORE = :store AND VERSION = :version AND AS_OF =
                            (SELECT MAX(AS_OF) FROM SNAPSHOT WHERE JOB = :job AND STORE = :store AND AS_OF < :asOf)
                        """)
                .param("job", job)
                .param("store", store.value())
                .param("version", Snapshot.VERSION)
                .param("asOf", asOf)
                .query(String.class)
                .optional()
                .map(content -> JSON.readValue(content, Snapshot.class));
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
