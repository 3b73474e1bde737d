package redflag.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redflag.basics.AccountId;
import redflag.basics.Marketplaces;
import redflag.basics.Period;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.intake.ExportKind;
import redflag.intake.KindFile;
import redflag.ledger.AccountLedger;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.past.Past;
import redflag.rules.Basis;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Precision;
import redflag.rules.Reading;
import redflag.rules.Target;
import redflag.rules.TargetFile;
import redflag.rules.TargetTable;
import redflag.words.Messages;

/** What is said of exports is what they give: each is filled with made-up rows and measured. */
class FeedsTests {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
    private static final LocalDate FIRST = AS_OF.minusDays(120);
    private static final Messages ENGLISH = Messages.english();
    private static final List<ExportKind> KINDS = KindFile.shipped();
    private static final TargetTable TARGETS = TargetFile.shipped();
    private static final Set<FactType> ALL_ORDERS = EnumSet.of(FactType.ORDER_LINE, FactType.ORDER_DETAIL);

    private enum Course {
        GOOD,
        BAD,
        CANCELLED
    }

    static List<String> kinds() {
        return KINDS.stream().map(ExportKind::id).toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void anExportMeasuresJustWhatIsSaidOfIt(String id) {
        ExportKind kind = kind(id);
        Set<Feeds.Feed> seen = new HashSet<>();
        // Amazon asks for invoices in Europe only
        for (String country : List.of("US", "DE")) {
            for (boolean defects : List.of(false, true)) {
                measuresJustWhatIsSaid(kind, store(country), defects, seen);
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(feeds(kind));
    }

    private static void measuresJustWhatIsSaid(ExportKind kind, Store store, boolean defects, Set<Feeds.Feed> seen) {
        List<Feeds.Feed> feeds = feeds(kind);
        List<FileFacts> files = new ArrayList<>(List.of(file(kind, store, defects)));
        boolean needsOrders = feeds.stream().anyMatch(feed -> feed.how().needsOrders());
        List<FileFacts> orders = needsOrders ? List.of(file(kind("allOrders"), store, defects)) : List.of();
        files.addAll(orders);
        Map<Metric, Reading> without = measured(orders, store);

        measured(files, store).forEach((metric, reading) -> {
            for (Basis basis : Basis.values()) {
                String what = kind.id() + " in " + store.marketplace().country() + ", " + metric + " " + basis
                        + (defects ? " with defects" : " without a defect");
                Optional<Precision> precision = of(reading, basis).map(Measured::precision);
                Optional<Feeds.Feed> said = feeds.stream()
                        .filter(feed -> feed.metric() == metric && feed.how().basis() == basis)
                        .findFirst();
                said.ifPresent(seen::add);
                if (said.isPresent()) {
                    assertThat(precision)
                            .as(what)
                            .contains(
                                    defects
                                            ? said.get().how().withDefects()
                                            : said.get().how().clean());
                } else {
                    assertThat(of(reading, basis))
                            .as(what + ", of which nothing is said")
                            .isEqualTo(Optional.ofNullable(without.get(metric)).flatMap(r -> of(r, basis)));
                }
            }
        });
        // a feed that says so gives nothing by itself
        Map<Metric, Reading> alone = measured(List.of(file(kind, store, defects)), store);
        feeds.stream().filter(feed -> feed.how().needsOrders()).forEach(feed -> {
            Reading reading = alone.get(feed.metric());
            assertThat(reading == null ? Optional.empty() : reading.computed())
                    .as(kind.id() + " alone, " + feed.metric())
                    .isEmpty();
        });
    }

    private static Optional<Measured> of(Reading reading, Basis basis) {
        return basis == Basis.PRINTED ? reading.printed() : reading.computed();
    }

    private static Map<Metric, Reading> measured(List<FileFacts> files, Store store) {
        AccountLedger ledger = AccountLedger.merge(store.account(), files, List.of(store), Map.of(store.id(), AS_OF));
        Map<Metric, Reading> readings = new LinkedHashMap<>();
        Measurements.of(ledger.stores().get(store.id()), TARGETS, MeasuringRules.standard(), Past.none())
                .forEach(finding -> readings.putIfAbsent(finding.reading().metric(), finding.reading()));
        return readings;
    }

    @Test
    void theTableOfTheDocumentIsWhatTheCodeSays() throws IOException {
        String document = Files.readString(Path.of("src/docs/metrics.md"));
        assertThat(document.substring(
                        document.indexOf("| Export |"), document.indexOf("\n\n", document.indexOf("| Export |")) + 1))
                .isEqualTo(table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("| Export | Measures | Basis | Without a defect | With defects |\n");
        table.append("| --- | --- | --- | --- | --- |\n");
        for (ExportKind kind : KINDS) {
            Map<Feeds.How, List<Metric>> alike = new LinkedHashMap<>();
            feeds(kind)
                    .forEach(feed -> alike.computeIfAbsent(feed.how(), k -> new ArrayList<>())
                            .add(feed.metric()));
            alike.forEach((how, metrics) -> table.append("| ")
                    .append(kind.name())
                    .append(how.needsOrders() ? " and an order report" : "")
                    .append(" | ")
                    .append(names(metrics))
                    .append(" | ")
                    .append(how.basis().name().toLowerCase(java.util.Locale.ROOT))
                    .append(" | ")
                    .append(ENGLISH.text("precision." + how.clean()))
                    .append(" | ")
                    .append(ENGLISH.text("precision." + how.withDefects()))
                    .append(" |\n"));
        }
        return table.toString();
    }

    private static String names(List<Metric> metrics) {
        List<Metric> rates = Arrays.stream(Metric.values())
                .filter(m -> m.form() == Metric.Form.RATE && !m.isEarlySign())
                .toList();
        boolean every = metrics.containsAll(rates);
        boolean early = metrics.containsAll(
                Arrays.stream(Metric.values()).filter(Metric::isEarlySign).toList());
        Stream<String> named = metrics.stream()
                .filter(m -> m.form() == Metric.Form.SCORE
                        || m.form() == Metric.Form.RATE && !(every && rates.contains(m)) && !(early && m.isEarlySign()))
                .map(m -> ENGLISH.text("metric." + m.jsonName()));
        boolean counts = metrics.stream().anyMatch(m -> m.form() == Metric.Form.COUNT);
        return Stream.of(
                        every ? Stream.of("every rate") : Stream.<String>empty(),
                        early ? Stream.of("early signs") : Stream.<String>empty(),
                        named,
                        counts ? Stream.of("policy counts") : Stream.<String>empty())
                .flatMap(s -> s)
                .collect(Collectors.joining("; "));
    }

    private static ExportKind kind(String id) {
        return KINDS.stream().filter(kind -> kind.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<Feeds.Feed> feeds(ExportKind kind) {
        return Feeds.of(kind.feeds(), kind.fields(), printed(kind));
    }

    private static Set<Metric> printed(ExportKind kind) {
        Set<Metric> metrics = EnumSet.noneOf(Metric.class);
        kind.metrics().forEach(name -> metrics.add(Metric.find(name).orElseThrow()));
        if (!metrics.isEmpty()) {
            return metrics;
        }
        Set<Metric> all = EnumSet.allOf(Metric.class);
        // Amazon's own report has none of what it does not act on; a table by hand may name any
        all.removeIf(metric -> metric.isEarlySign() && kind.id().equals("accountHealth"));
        return all;
    }

    /** A file of the kind with all its columns: an order of each course every day, or a figure of each metric. */
    private static FileFacts file(ExportKind kind, Store store, boolean defects) {
        Set<Field> fields = EnumSet.noneOf(Field.class);
        fields.addAll(kind.fields());
        fields.add(Field.METRIC);
        Rows rows = new Rows(fields, store);
        if (kind.feeds().contains(FactType.PRINTED_FIGURE)) {
            printed(kind).forEach(metric -> rows.figure(metric, defects));
        } else if (kind.feeds().contains(FactType.DAILY_FIGURE)) {
            FIRST.datesUntil(AS_OF.plusDays(1)).forEach(day -> rows.daily(day, defects));
        } else {
            boolean all = kind.feeds().stream().anyMatch(ALL_ORDERS::contains);
            for (LocalDate day = FIRST; !day.isAfter(AS_OF); day = day.plusDays(1)) {
                for (Course course : Course.values()) {
                    if (course == Course.GOOD ? all : defects && (all || isListed(kind, course))) {
                        rows.order(course, day);
                    }
                }
            }
        }
        FactTable table = rows.build();
        Map<FactType, FactTable> tables = kind.feeds().stream().collect(Collectors.toMap(f -> f, f -> table));
        return new FileFacts(
                "north/" + kind.id(), kind.id(), kind.id(), 1, "UTF-8", table.size(), 0, List.of(), List.of(), tables);
    }

    private static boolean isListed(ExportKind kind, Course course) {
        return kind.feeds().contains(FactType.CANCELLATION) == (course == Course.CANCELLED);
    }

    private static Store store(String country) {
        return new Store(
                new StoreId("north"),
                new AccountId("north"),
                Marketplaces.known().find(country).orElseThrow(),
                "North",
                Optional.empty(),
                "en",
                "manager@example.com",
                List.of());
    }

    /** Writes whatever of a row the file has a column for. */
    private static final class Rows {

        private final Set<Field> fields;
        private final Store store;
        private final FactTable.Builder table;
        private int row = 1;

        Rows(Set<Field> fields, Store store) {
            this.fields = fields;
            this.store = store;
            this.table = new FactTable.Builder(fields);
        }

        void order(Course course, LocalDate day) {
            boolean bad = course == Course.BAD;
            boolean shipped = course != Course.CANCELLED;
            if (fields.contains(Field.ORDER)) {
                table.order("111-000000%d-%07d".formatted(course.ordinal(), day.toEpochDay()));
            }
            moment(Field.PURCHASED, day);
            moment(Field.UPDATED, day);
            moment(Field.HAPPENED, day);
            moment(Field.EXPECTED_SHIP, day.plusDays(1));
            moment(Field.EXPECTED_DELIVERY, day.plusDays(3));
            if (shipped) {
                moment(Field.SHIPPED, day.plusDays(bad ? 5 : 1));
                moment(Field.DELIVERED, day.plusDays(bad ? 9 : 3));
                flag(Field.TRACKED, !bad);
            }
            // without a moment of hand-over only what has not been shipped yet can be late
            boolean open = !fields.contains(Field.SHIPPED) && (bad || day.equals(AS_OF));
            code(Field.ORDER_STATUS, !shipped ? Code.CANCELLED : open ? Code.UNSHIPPED : Code.SHIPPED);
            code(Field.FULFILMENT, Code.MFN);
            text(Field.SALES_CHANNEL, store.marketplace().salesChannel());
            flag(Field.BUYER_REQUESTED_CANCELLATION, false);
            flag(Field.IMPACTS_ACCOUNT_HEALTH, true);
            flag(Field.NEGATIVE_FEEDBACK, bad);
            flag(Field.A_TO_Z_CLAIM, bad);
            flag(Field.CHARGEBACK, bad);
            if (bad) {
                code(Field.DEFECT_KIND, Code.A_TO_Z_CLAIM);
            }
            count(Field.RATING, bad ? 1 : 3);
            place();
            table.endRow(++row);
        }

        void figure(Metric metric, boolean defects) {
            Optional<Target> target = TARGETS.inForce(store.marketplace(), AS_OF).stream()
                    .filter(t -> t.metric() == metric)
                    .findFirst();
            if (target.isEmpty()) {
                return;
            }
            Period window = target.get().window(AS_OF);
            text(Field.METRIC, metric.jsonName());
            day(Field.FROM, window.from());
            day(Field.TO, window.to());
            day(Field.STATED_ON, AS_OF);
            code(Field.FULFILMENT, Code.MFN);
            switch (metric.form()) {
                case RATE -> {
                    count(Field.AFFECTED, defects ? 3 : 0);
                    count(Field.TOTAL, 500);
                    text(Field.RATE, defects ? "0.006" : "0");
                }
                case COUNT -> count(Field.AFFECTED, defects ? 3 : 0);
                case SCORE -> count(Field.SCORE, 800);
            }
            place();
            table.endRow(++row);
        }

        void daily(LocalDate day, boolean defects) {
            day(Field.STATED_ON, day);
            count(Field.ORDERS, 20);
            count(Field.UNITS_ORDERED, 30);
            count(Field.UNITS_REFUNDED, defects ? 2 : 0);
            count(Field.NEGATIVE_FEEDBACK_COUNT, defects ? 1 : 0);
            place();
            table.endRow(++row);
        }

        private void place() {
            text(Field.STORE, store.id().value());
            text(Field.MARKETPLACE, store.marketplace().id());
        }

        private void moment(Field field, LocalDate day) {
            if (fields.contains(field)) {
                table.moment(field, Moments.ofDay(day));
            }
        }

        private void day(Field field, LocalDate day) {
            if (fields.contains(field)) {
                table.day(field, day);
            }
        }

        private void count(Field field, long count) {
            if (fields.contains(field)) {
                table.count(field, count);
            }
        }

        private void flag(Field field, boolean value) {
            if (fields.contains(field)) {
                table.flag(field, value);
            }
        }

        private void code(Field field, Code code) {
            if (fields.contains(field)) {
                table.code(field, code);
            }
        }

        private void text(Field field, String text) {
            if (fields.contains(field)) {
                table.text(field, text);
            }
        }

        FactTable build() {
            return table.build();
        }
    }
}
