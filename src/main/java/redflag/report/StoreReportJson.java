package redflag.report;

import java.io.IOException;
import java.util.List;
import redflag.ledger.Rejection;
import redflag.metrics.Defect;
import redflag.metrics.Finding;
import redflag.risk.AmazonState;
import redflag.rules.Figure;
import redflag.rules.Headroom;
import redflag.rules.Measured;
import redflag.rules.Metric;
import redflag.rules.Reading;
import redflag.rules.Target;
import redflag.words.Messages;
import tools.jackson.core.JsonGenerator;

/**
 * The machine copy of a report, {@code redflag/store-report/1}. Names and meanings are a contract: more may be added,
 * none is renamed. Rates are fractions; a value that does not exist is left out. Its texts are English.
 */
public final class StoreReportJson implements ReportWriter {

    private final ReportWords words = new ReportWords(Messages.english());
    private final ReconciliationJson reconciliations = new ReconciliationJson(Messages.english());

    @Override
    public List<String> write(RiskReport report, Sink sink) throws IOException {
        String name = report.store().id() + "-account-health-" + report.asOf() + ".json";
        try (JsonGenerator json = Json.generator(sink.open(name))) {
            json.writeStartObject();
            json.writeStringProperty("schema", "redflag/store-report/1");
            json.writeStringProperty("asOf", report.asOf().toString());
            json.writeObjectPropertyStart("producedBy");
            json.writeStringProperty("version", report.version());
            json.writeStringProperty("rules", report.rulesHash());
            json.writeEndObject();
            head(json, report);
            json.writeArrayPropertyStart("readings");
            report.findings().forEach(finding -> reading(json, finding, report));
            json.writeEndArray();
            json.writeArrayPropertyStart("causes");
            json.writeEndArray();
            json.writeArrayPropertyStart("plans");
            report.plans().forEach(plan -> PlansJson.write(json, plan, PlanDocuments.names(report, plan)));
            json.writeEndArray();
            ActionsJson.write(json, report.measures(), words);
            NoticesJson.write(json, report.notices(), words);
            PacksJson.write(json, report);
            DocumentsJson.write(json, report.documents(), words);
            GateJson.write(json, report.gates(), words);
            CausesJson.write(json, report.causes());
            StockJson.write(json, report.stock());
            dataQuality(json, report.dataQuality());
            HistoryJson.write(json, report.history());
            json.writeEndObject();
        }
        return List.of(name);
    }

    private void head(JsonGenerator json, RiskReport report) {
        json.writeObjectPropertyStart("store");
        json.writeStringProperty("id", report.store().id().value());
        json.writeStringProperty("account", report.store().account().value());
        json.writeStringProperty("marketplace", report.store().marketplace().id());
        json.writeStringProperty("name", report.store().name());
        json.writeEndObject();
        json.writeObjectPropertyStart("risk");
        json.writeStringProperty("level", report.verdict().level().name());
        json.writeArrayPropertyStart("because");
        report.verdict().because().forEach(json::writeString);
        json.writeEndArray();
        json.writeBooleanProperty("fragile", report.verdict().fragile());
        json.writeStringProperty("headline", words.headline(report));
        json.writeEndObject();
        report.amazon().ifPresent(amazon -> {
            json.writeObjectPropertyStart("amazon");
            amazon.known().map(AmazonState.Known::name).ifPresent(s -> json.writeStringProperty("accountStatus", s));
            json.writeStringProperty("asStated", amazon.asStated());
            Json.day(json, "on", amazon.on());
            json.writeEndObject();
        });
    }

    private void reading(JsonGenerator json, Finding finding, RiskReport report) {
        Reading reading = finding.reading();
        json.writeStartObject();
        json.writeStringProperty("metric", reading.metric().jsonName());
        reading.fulfilment().ifPresent(f -> json.writeStringProperty("fulfilment", f.name()));
        reading.category().ifPresent(c -> json.writeStringProperty("category", c));
        reading.measured().ifPresent(m -> {
            Json.period(json, "window", m.window());
            figure(json, m.figure(), reading.target());
            if (!m.components().isEmpty()) {
                json.writeObjectPropertyStart("components");
                m.components().forEach(json::writeNumberProperty);
                json.writeEndObject();
            }
        });
        json.writeObjectPropertyStart("target");
        TargetJson.write(json, reading.target());
        json.writeEndObject();
        if (reading.metric().form() == Metric.Form.RATE) {
            Json.decimal(json, "watchShare", report.rules().watchShareOf(reading.metric(), report.asOf()));
        }
        json.writeStringProperty("status", reading.status().name());
        Json.text(json, "why", words.why(reading));
        json.writeBooleanProperty("enforced", reading.target().enforced());
        reading.measured().ifPresent(m -> {
            json.writeStringProperty("basis", m.basis().name());
            json.writeStringProperty("precision", m.precision().name());
        });
        json.writeBooleanProperty("fragile", reading.fragile());
        reading.measured()
                .ifPresent(m -> json.writeStringProperty("knownOn", m.knownOn().toString()));
        reading.printed().ifPresent(p -> stated(json, "printed", p, reading.target()));
        reading.computed().ifPresent(c -> stated(json, "computed", c, reading.target()));
        reading.headroom().ifPresent(h -> headroom(json, h));
        OutlookJson.outlook(json, finding);
        OutlookJson.contributions(json, finding);
        report.reconciliations().stream()
                .filter(reconciliation -> reconciliation.isOf(reading))
                .forEach(reconciliation -> reconciliations.write(json, reconciliation));
        if (finding.namesDefects()) {
            defects(json, "defects", finding.defects(), reading.target());
            defects(json, "inPipe", finding.inPipe(), reading.target());
        }
        json.writeEndObject();
    }

    private static void figure(JsonGenerator json, Figure figure, Target target) {
        if (figure instanceof Figure.Counts counts) {
            json.writeNumberProperty("affected", counts.rate().affected());
            json.writeNumberProperty("total", counts.rate().total());
            Json.decimal(json, "rate", target.condition().stated(counts.rate()));
        } else if (figure instanceof Figure.StatedRate stated) {
            Json.decimal(json, "rate", stated.fraction());
        } else if (figure instanceof Figure.Score score) {
            json.writeNumberProperty("score", score.value());
        } else if (figure instanceof Figure.Count count) {
            json.writeNumberProperty("count", count.value());
        } else {
            throw new IllegalStateException("no form for " + figure);
        }
    }

    private static void stated(JsonGenerator json, String name, Measured measured, Target target) {
        json.writeObjectPropertyStart(name);
        figure(json, measured.figure(), target);
        measured.asStated().ifPresent(s -> json.writeStringProperty("status", s));
        json.writeStringProperty("precision", measured.precision().name());
        Json.period(json, "window", measured.window());
        measured.file().ifPresent(f -> json.writeStringProperty("file", f));
        json.writeEndObject();
    }

    private static void headroom(JsonGenerator json, Headroom headroom) {
        json.writeObjectPropertyStart("headroom");
        headroom.onOrdersInWindow().ifPresent(n -> json.writeNumberProperty("onOrdersInWindow", n));
        headroom.onNewOrders().ifPresent(n -> json.writeNumberProperty("onNewOrders", n));
        headroom.cleanOrdersToRecover().ifPresent(n -> json.writeNumberProperty("cleanOrdersToRecover", n));
        json.writeEndObject();
    }

    private static void defects(JsonGenerator json, String name, List<Defect> defects, Target target) {
        json.writeArrayPropertyStart(name);
        for (Defect defect : defects) {
            json.writeStartObject();
            json.writeStringProperty("orderId", defect.orderId());
            json.writeStringProperty("axisDate", defect.axisDate().toString());
            json.writeArrayPropertyStart("kinds");
            defect.kinds().forEach(json::writeString);
            json.writeEndArray();
            defect.sku().ifPresent(sku -> json.writeStringProperty("sku", sku));
            defect.carrier().ifPresent(carrier -> json.writeStringProperty("carrier", carrier));
            defect.reason().ifPresent(reason -> json.writeStringProperty("reason", reason));
            if (defect.count() != 1) {
                json.writeNumberProperty("count", defect.count());
            }
            json.writeStringProperty(
                    "entersOn", target.entersOn(defect.axisDate()).toString());
            json.writeStringProperty("leavesOn", defect.leavesOn().toString());
            Json.sources(json, defect.from());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void dataQuality(JsonGenerator json, DataQuality quality) {
        json.writeObjectPropertyStart("dataQuality");
        json.writeArrayPropertyStart("files");
        for (FileRead file : quality.files()) {
            json.writeStartObject();
            json.writeStringProperty("file", file.file());
            json.writeStringProperty("kind", file.kind());
            json.writeStringProperty("sha256", file.sha256());
            Json.text(json, "charset", file.charset());
            json.writeNumberProperty("rows", file.rows());
            json.writeNumberProperty("accepted", file.accepted());
            json.writeNumberProperty("rejected", file.rejected());
            Json.day(json, "from", file.from());
            Json.day(json, "to", file.to());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("rejections");
        quality.rejections().forEach(rejection -> rejection(json, rejection));
        json.writeEndArray();
        json.writeArrayPropertyStart("quarantined");
        quality.quarantined().forEach(file -> RunJson.quarantined(json, file, words));
        json.writeEndArray();
        json.writeArrayPropertyStart("stale");
        for (ExportAge age : quality.late()) {
            json.writeStartObject();
            json.writeStringProperty("kind", age.kind());
            json.writeStringProperty("name", age.name());
            json.writeStringProperty("level", age.level().name());
            json.writeStringProperty("newest", age.newest().toString());
            json.writeNumberProperty("daysBehind", age.daysBehind());
            json.writeBooleanProperty("byFileTime", age.byFileTime());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("warnings");
        quality.warnings().forEach(warning -> json.writeString(words.remark(warning)));
        json.writeEndArray();
        json.writeArrayPropertyStart("missing");
        for (MissingExport missing : quality.missing()) {
            json.writeStartObject();
            json.writeStringProperty("kind", missing.kind());
            json.writeStringProperty("name", missing.name());
            json.writeStringProperty("where", missing.where());
            json.writeArrayPropertyStart("metrics");
            missing.metrics().stream().map(Metric::jsonName).forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rejection(JsonGenerator json, Rejection rejection) {
        json.writeStartObject();
        json.writeStringProperty("file", rejection.file());
        json.writeNumberProperty("row", rejection.row());
        json.writeStringProperty("reason", words.rejection(rejection));
        json.writeObjectPropertyStart("columns");
        rejection.columns().forEach((column, cell) -> {
            if (!cell.isEmpty()) {
                json.writeStringProperty(column, cell);
            }
        });
        json.writeEndObject();
        json.writeEndObject();
    }
}
