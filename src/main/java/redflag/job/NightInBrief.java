package redflag.job;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redflag.metrics.Freshness;
import redflag.report.AccountOutcome;
import redflag.report.ExportAge;
import redflag.report.Portfolio;
import redflag.report.ReportWords;
import redflag.report.StoreOutcome;
import redflag.risk.RiskLevel;
import redflag.words.Messages;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is told of a night when it is over and its reports are not at hand. Texts are in English.
 *
 * @param stores so many at each risk level that any is at
 * @param failed accounts with the reason
 * @param quarantined files that the job does not expect to be broken
 * @param old exports that are late or stale
 */
public record NightInBrief(
        Map<RiskLevel, Integer> stores, Map<String, String> failed, List<Quarantined> quarantined, List<Old> old) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public NightInBrief {
        stores = Collections.unmodifiableMap(stores.isEmpty() ? new EnumMap<>(RiskLevel.class) : new EnumMap<>(stores));
        failed = Collections.unmodifiableMap(new TreeMap<>(failed));
        quarantined = List.copyOf(quarantined);
        old = List.copyOf(old);
    }

    /** @param file path in the exports folder */
    public record Quarantined(String file, String why) {}

    /**
     * An export that is behind.
     *
     * @param export its name
     * @param newest the newest day that any of its files tells of, or was written on
     */
    public record Old(String store, String export, LocalDate newest, long daysBehind, Freshness.Level level) {}

    static NightInBrief of(Portfolio portfolio) {
        ReportWords words = new ReportWords(Messages.english());
        Map<RiskLevel, Integer> stores = new EnumMap<>(RiskLevel.class);
        List<Old> old = new ArrayList<>();
        for (StoreOutcome store : portfolio.stores()) {
            stores.merge(store.risk(), 1, Integer::sum);
            for (ExportAge age : store.old()) {
                old.add(new Old(store.store().value(), age.name(), age.newest(), age.daysBehind(), age.level()));
            }
        }
        Map<String, String> failed = new TreeMap<>();
        for (AccountOutcome account : portfolio.accounts()) {
            account.error().ifPresent(error -> failed.put(account.account().value(), error));
        }
        return new NightInBrief(
                stores,
                failed,
                portfolio.quarantined().stream()
                        .filter(file -> !file.expected())
                        .map(file -> new Quarantined(file.file(), words.remark(file.why())))
                        .toList(),
                old);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    /** Missing where another version of the program wrote it in another form. */
    public static Optional<NightInBrief> fromJson(String json) {
        try {
            return Optional.of(JSON.readValue(json, NightInBrief.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
