package redflag.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.StoreId;
import redflag.check.Background;
import redflag.check.DraftCheck;
import redflag.check.Finding;
import redflag.check.Letter;
import redflag.check.Rule;
import redflag.check.StoreReport;
import redflag.plan.Reason;
import redflag.words.Messages;

/**
 * A draft that was checked.
 *
 * @param notChecked what could not be held against it, and why
 */
record Checked(
        String draft,
        StoreId store,
        Reason reason,
        Letter letter,
        Background background,
        List<Finding> findings,
        List<String> notChecked,
        Path reports) {

    private static final Messages MESSAGES = Messages.english();

    Checked {
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
    }

    static Checked of(String draft, StoreId store, Reason reason, Letter letter, Background background, Path reports) {
        List<String> not = new ArrayList<>();
        Optional<StoreReport> report = background.report();
        String rule = Rule.FIGURE_CONTRADICTS_REPORT.id();
        if (report.isEmpty()) {
            not.add(MESSAGES.text(
                    "check.no-report", Map.of("rule", rule, "store", store.value(), "folder", reports.toString())));
        } else if (!report.get().measures()) {
            not.add(MESSAGES.text(
                    "check.no-metric", Map.of("rule", rule, "asOf", report.get().asOf(), "reason", reason.word())));
        }
        background
                .statedDay()
                .filter(day -> background.choice() != Background.Choice.STATED_DAY)
                .ifPresent(day -> not.add(MESSAGES.text("check.no-report-of-day", Map.of("day", day))));
        if (background.today().isEmpty()) {
            not.add(MESSAGES.text("check.no-today", Map.of("rule", Rule.DEED_IN_THE_FUTURE.id())));
        }
        if (!letter.open().isEmpty()) {
            String rules =
                    String.join(", ", List.of(Rule.TOO_BRIEF.id(), Rule.NO_INVESTIGATION.id(), Rule.NO_PROOF.id()));
            not.add(MESSAGES.text("check.open", Map.of("rules", rules)));
        }
        not.addAll(background.remarks());
        return new Checked(
                draft, store, reason, letter, background, DraftCheck.check(letter, reason, background), not, reports);
    }

    Checked withoutJob() {
        List<String> not = new ArrayList<>(notChecked);
        not.add(MESSAGES.text("check.no-job", Map.of("folder", reports.toString())));
        return new Checked(draft, store, reason, letter, background, findings, not, reports);
    }

    List<Finding> of(Rule.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.rule().severity() == severity)
                .toList();
    }

    int code() {
        return of(Rule.Severity.GROUNDS).isEmpty() ? 0 : 1;
    }

    static String why(Finding finding) {
        return MESSAGES.text("check.why." + finding.rule().id(), finding.facts());
    }

    static String what(Finding finding) {
        return MESSAGES.text("check.do." + finding.rule().id(), finding.facts());
    }
}
