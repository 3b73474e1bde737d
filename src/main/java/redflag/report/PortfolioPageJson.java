package redflag.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redflag.report.MatrixSheet.Heading;
import redflag.report.MatrixSheet.Measure;
import redflag.report.StoreDetail.Chart;
import redflag.report.StoreDetail.Point;
import redflag.report.StoreDetail.ReadingDetail;
import redflag.report.StoreOutcome.ReadingInBrief;
import redflag.risk.RiskLevel;
import redflag.rules.Metric;
import redflag.rules.Status;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * The figures of the portfolio's page, as its script reads them: everything in words already, or a number to sort or draw
 * by. Texts that many stores share stand in {@code texts} once, and elsewhere by their place in it.
 */
final class PortfolioPageJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ReportWords words;
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<Export, Integer> exports = new LinkedHashMap<>();

    /** What a line of the checklist says of an export, of whatever store. */
    private record Export(String name, String where, List<Metric> metrics) {}

    PortfolioPageJson(ReportWords words) {
        this.words = words;
    }

    String of(Portfolio portfolio) {
        StringWriter out = new StringWriter();
        List<Heading> headings = MatrixSheet.headings(portfolio, words);
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("asOf", portfolio.asOf().toString());
            json.writeStringProperty("language", words.messages().locale().toLanguageTag());
            json.writeStringProperty("days", languageOfDays());
            words(json);
            levels(json, portfolio);
            json.writeArrayPropertyStart("columns");
            headings.forEach(heading -> heading(json, heading, portfolio));
            json.writeEndArray();
            Medians medians = Medians.of(portfolio.stores());
            if (!medians.isEmpty()) {
                json.writeBooleanProperty("medians", true);
            }
            json.writeArrayPropertyStart("stores");
            portfolio.stores().forEach(store -> store(json, store, headings, medians, portfolio));
            json.writeEndArray();
            alarms(json, portfolio);
            json.writeArrayPropertyStart("night");
            night(portfolio).forEach(json::writeString);
            json.writeEndArray();
            exports(json);
            json.writeArrayPropertyStart("texts");
            texts.keySet().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString();
    }

    /** English days stand before their months, as in all our texts. */
    private String languageOfDays() {
        Locale locale = words.messages().locale();
        return locale.getLanguage().equals("en") ? "en-GB" : locale.toLanguageTag();
    }

    private int text(String text) {
        return texts.computeIfAbsent(text, t -> texts.size());
    }

    private void words(JsonGenerator json) {
        json.writeObjectPropertyStart("words");
        new TreeMap<>(PageWords.LIVE)
                .keySet()
                .forEach(key -> json.writeStringProperty(key, PageWords.template(key, words.messages())));
        json.writeEndObject();
        json.writeObjectPropertyStart("statuses");
        for (Status status : Status.values()) {
            json.writeStringProperty(status.name(), words.status(status));
        }
        json.writeEndObject();
    }

    private void levels(JsonGenerator json, Portfolio portfolio) {
        json.writeArrayPropertyStart("levels");
        for (RiskLevel level : RiskLevel.values()) {
            json.writeStartObject();
            json.writeStringProperty("level", level.name());
            json.writeStringProperty("word", words.risk(level));
            json.writeStringProperty("tone", Tone.of(level).name());
            json.writeNumberProperty(
                    "count",
                    portfolio.stores().stream()
                            .filter(store -> store.risk() == level)
                            .count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void heading(JsonGenerator json, Heading heading, Portfolio portfolio) {
        Measure measure = heading.measure();
        boolean moreIsBetter = portfolio.stores().stream()
                .anyMatch(store -> detail(store, measure)
                        .filter(ReadingDetail::moreIsBetter)
                        .isPresent());
        json.writeStartObject();
        json.writeStringProperty("name", words.metric(measure.metric(), measure.fulfilment(), measure.category()));
        heading.target().ifPresent(target -> json.writeStringProperty("target", target));
        if (moreIsBetter) {
            json.writeBooleanProperty("moreIsBetter", true);
        }
        json.writeEndObject();
    }

    private static Optional<ReadingDetail> detail(StoreOutcome store, Measure measure) {
        int place = place(store, measure);
        return place < 0
                ? Optional.empty()
                : Optional.of(store.detail().readings().get(place));
    }

    /** Where the store has it; negative where it does not. */
    private static int place(StoreOutcome store, Measure measure) {
        for (int i = 0; i < store.readings().size(); i++) {
            if (Measure.of(store.readings().get(i)).equals(measure)) {
                return i;
            }
        }
        return -1;
    }

    private void store(
            JsonGenerator json, StoreOutcome store, List<Heading> headings, Medians medians, Portfolio portfolio) {
        StoreDetail detail = store.detail();
        json.writeStartObject();
        json.writeStringProperty("id", store.store().value());
        json.writeStringProperty("name", store.name());
        json.writeStringProperty("marketplace", store.marketplace());
        json.writeStringProperty("manager", store.manager());
        json.writeStringProperty("level", store.risk().name());
        StoreWords told = store.in(words.messages());
        json.writeStringProperty("headline", told.headline());
        if (!told.readiness().isEmpty()) {
            json.writeStringProperty("readiness", told.readiness());
        }
        if (store.fragile()) {
            json.writeBooleanProperty("fragile", true);
        }
        if (!store.asOf().equals(portfolio.asOf())) {
            json.writeStringProperty("asOf", words.messages().text("page.as-of", Map.of("asOf", store.asOf())));
        }
        detail.change().ifPresent(change -> change(json, change));
        ahead(json, store);
        readings(json, store, headings, medians);
        json.writeArrayPropertyStart("charts");
        for (int i = 0; i < store.readings().size(); i++) {
            ReadingInBrief reading = store.readings().get(i);
            detail.readings().get(i).chart().ifPresent(chart -> chart(json, reading, chart, portfolio));
        }
        json.writeEndArray();
        texts(json, "steps", told.steps());
        texts(json, "confirm", confirm(detail));
        texts(json, "causes", detail.causes());
        files(json, store, portfolio);
        packs(json, store, portfolio);
        json.writeArrayPropertyStart("downloads");
        Download.of(store).forEach(download -> {
            Export export = new Export(download.name(), download.where(), download.metrics());
            json.writeNumber(exports.computeIfAbsent(export, e -> exports.size()));
            json.writeNumber(text(PortfolioWords.why(download, words.messages())));
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private void change(JsonGenerator json, StoreDetail.Change change) {
        json.writeObjectPropertyStart("change");
        json.writeStringProperty("brief", PortfolioWords.change(change, words.messages()));
        json.writeStringProperty("told", change.told());
        json.writeArrayPropertyStart("by");
        List.of(change.worse(), change.added(), -change.better(), -change.left())
                .forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** The day on which it is off target first, and the next deadline. */
    private void ahead(JsonGenerator json, StoreOutcome store) {
        StoreDetail detail = store.detail();
        store.daysToOffTarget().ifPresent(days -> {
            json.writeNumberProperty("offIn", days);
            json.writeStringProperty("offInWords", words.messages().text("page.days", Map.of("days", days)));
        });
        detail.deadline().ifPresent(deadline -> {
            json.writeObjectPropertyStart("deadline");
            json.writeStringProperty("on", deadline.on().toString());
            json.writeStringProperty("what", deadline.what());
            json.writeEndObject();
        });
    }

    /** Each as an array, for there are many: see the script's own list of what stands where. */
    private void readings(JsonGenerator json, StoreOutcome store, List<Heading> headings, Medians medians) {
        json.writeArrayPropertyStart("readings");
        List<Integer> written = new ArrayList<>();
        int quiet = 0;
        for (int i = 0; i < store.readings().size(); i++) {
            ReadingInBrief reading = store.readings().get(i);
            if (isQuiet(reading, headings)) {
                quiet++;
                continue;
            }
            written.add(i);
            ReadingDetail detail = store.detail().readings().get(i);
            json.writeStartArray();
            json.writeNumber(text(name(reading)));
            json.writeString(reading.status().name());
            json.writeString(reading.value());
            json.writeString(detail.brief());
            detail.number().ifPresentOrElse(json::writeNumber, json::writeNull);
            json.writeNumber(text(reading.target()));
            json.writeNumber(text(detail.headroom()));
            json.writeString(detail.before().map(Status::name).orElse(""));
            json.writeNumber(text(reading.why()));
            json.writeNumber((reading.enforced() ? 1 : 0) + (detail.fragile() ? 2 : 0));
            json.writeNumber(text(medians.of(Measure.of(reading), detail)
                    .map(median -> PortfolioWords.median(median, words.messages()))
                    .orElse("")));
            json.writeEndArray();
        }
        json.writeEndArray();
        if (quiet > 0) {
            json.writeNumberProperty("quiet", text(words.messages().text("page.quiet", Map.of("counts", (long)
                    quiet))));
        }
        json.writeArrayPropertyStart("cells");
        headings.forEach(heading -> json.writeNumber(written.indexOf(place(store, heading.measure()))));
        json.writeEndArray();
    }

    /** Policy counts of which there is nothing to say, of any store: counted, and not told one by one. */
    private static boolean isQuiet(ReadingInBrief reading, List<Heading> headings) {
        return reading.metric().form() == Metric.Form.COUNT
                && (reading.status() == Status.ON_TARGET || reading.status() == Status.NOT_MEASURED)
                && headings.stream().noneMatch(heading -> heading.measure().equals(Measure.of(reading)));
    }

    private String name(ReadingInBrief reading) {
        return words.metric(reading.metric(), reading.fulfilment(), reading.category());
    }

    private void chart(JsonGenerator json, ReadingInBrief reading, Chart chart, Portfolio portfolio) {
        json.writeStartObject();
        json.writeStringProperty("title", chart.title());
        json.writeStringProperty("says", chart.says());
        json.writeStringProperty("unit", reading.metric().form() == Metric.Form.RATE ? "%" : "");
        json.writeStringProperty("status", reading.status().name());
        json.writeNumberProperty("target", chart.target());
        json.writeNumberProperty("targetWords", text(reading.target()));
        points(json, "trend", chart.trend(), portfolio);
        json.writeObjectPropertyStart("courses");
        chart.courses().forEach((assumption, days) -> points(json, assumption.name(), days, portfolio));
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Day after the as-of date, negative before it, and value, by turns. */
    private static void points(JsonGenerator json, String name, List<Point> points, Portfolio portfolio) {
        json.writeArrayPropertyStart(name);
        for (Point point : points) {
            json.writeNumber(point.day().toEpochDay() - portfolio.asOf().toEpochDay());
            json.writeNumber(point.value());
        }
        json.writeEndArray();
    }

    private List<String> confirm(StoreDetail detail) {
        List<String> confirm = new ArrayList<>(detail.toConfirm());
        if (detail.moreToConfirm() > 0) {
            confirm.add(words.messages().text("page.more", Map.of("count", (long) detail.moreToConfirm())));
        }
        return confirm;
    }

    private void texts(JsonGenerator json, String name, List<String> all) {
        if (!all.isEmpty()) {
            json.writeArrayPropertyStart(name);
            all.forEach(text -> json.writeNumber(text(text)));
            json.writeEndArray();
        }
    }

    /** By relative address: a page on a file share finds them. */
    private static void files(JsonGenerator json, StoreOutcome store, Portfolio portfolio) {
        json.writeArrayPropertyStart("files");
        store.files().stream()
                .sorted(Comparator.comparing(PortfolioPageJson::order))
                .map(portfolio::address)
                .forEach(json::writeString);
        json.writeEndArray();
    }

    /** What each is about, and in the same order the address of what is read first. */
    private void packs(JsonGenerator json, StoreOutcome store, Portfolio portfolio) {
        if (store.packs().isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("packs");
        store.packs()
                .forEach(pack -> json.writeString(
                        words.messages().text("page.pack", Map.of("notice", pack.notice(), "reason", pack.reason()))));
        json.writeEndArray();
        json.writeArrayPropertyStart("packFiles");
        store.packs().forEach(pack -> json.writeString(portfolio.address(pack.overview())));
        json.writeEndArray();
    }

    private static int order(String file) {
        return List.of(".xlsx", ".docx", ".json").indexOf(file.substring(Math.max(0, file.lastIndexOf('.'))));
    }

    /** Of each its sentence, and by turns the id of a store and what is the matter there. */
    private void alarms(JsonGenerator json, Portfolio portfolio) {
        json.writeArrayPropertyStart("alarms");
        for (Alarm alarm : Alarms.of(portfolio, words)) {
            json.writeStartObject();
            json.writeStringProperty("kind", words.messages().text("alarm.kind." + alarm.kind()));
            json.writeStringProperty("what", alarm.what());
            json.writeArrayPropertyStart("hits");
            for (Alarm.Hit hit : alarm.hits()) {
                json.writeString(hit.store().store().value());
                json.writeNumber(text(hit.evidence()));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** What a reader must know of the night before he reads on. */
    private List<String> night(Portfolio portfolio) {
        List<String> night = new ArrayList<>();
        portfolio.accounts().stream()
                .filter(account -> !account.isReported())
                .map(account -> words.messages()
                        .text(
                                "page.failed",
                                Map.of(
                                        "account", account.account().value(),
                                        "error", account.error().orElse(""))))
                .forEach(night::add);
        portfolio.quarantined().stream()
                .filter(file -> !file.expected())
                .map(file -> words.messages()
                        .text("page.quarantined", Map.of("file", file.file(), "why", words.remark(file.why()))))
                .forEach(night::add);
        portfolio.warnings().stream().map(words::remark).forEach(night::add);
        return night;
    }

    private void exports(JsonGenerator json) {
        json.writeArrayPropertyStart("exports");
        exports.keySet().forEach(export -> {
            json.writeStartObject();
            json.writeStringProperty("name", words.messages().said(export.name()));
            json.writeStringProperty("where", words.messages().said(export.where()));
            json.writeStringProperty("metrics", NextSteps.metrics(export.metrics(), words));
            json.writeEndObject();
        });
        json.writeEndArray();
    }
}
