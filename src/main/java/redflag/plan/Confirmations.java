package redflag.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import redflag.basics.Remark;
import redflag.ledger.ActionRow;

/**
 * What the actions files of a store confirm, as of a day. A confirmation names its measure, the day and the person; the
 * newest one of a measure stands: by the day, then by the file's path, then by the row.
 */
final class Confirmations {

    private static final Comparator<ActionRow> BY_PLACE = Comparator.comparing(
                    (ActionRow row) -> row.source().file())
            .thenComparing(row -> row.source().row());

    private final LocalDate asOf;
    private final PlanLibrary texts;
    private final NoteRule notes;
    private final Map<String, List<ActionRow>> byId;

    Confirmations(List<ActionRow> rows, LocalDate asOf, PlanLibrary texts, NoteRule notes) {
        this.notes = notes;
        this.texts = texts;
        this.asOf = asOf;
        this.byId = rows.stream()
                .sorted(BY_PLACE)
                .collect(Collectors.groupingBy(ActionRow::id, TreeMap::new, Collectors.toList()));
    }

    /** What is said of a measure that a plan asks for. */
    Measure of(String id, String what) {
        Optional<ActionRow> standing = standing(id);
        if (standing.isPresent()) {
            return told(measure(id, what, Measure.State.CONFIRMED, standing));
        }
        Optional<ActionRow> last = last(filled(id));
        return measure(id, what, last.map(this::lacks).orElse(Measure.State.OPEN), last);
    }

    /** The same after a look at the words of the one who confirms it. */
    private Measure told(Measure confirmed) {
        Optional<String> note = confirmed.row().flatMap(ActionRow::note);
        Optional<Remark> unusable = Measure.Id.parse(confirmed.id())
                .flatMap(id -> note.flatMap(words -> notes.unusable(id.reason(), words)));
        return unusable.map(confirmed::unusable)
                .orElse(note.isPresent() ? confirmed : confirmed.as(Measure.State.NO_NOTE));
    }

    /** What is said of a cause that is asked, and that there may not be: open is no lack then. */
    Measure asked(Plan.Paragraph question) {
        Matcher open = Plan.TO_CONFIRM.matcher(question.text());
        String what = open.find() ? open.group(1).strip() : question.text();
        Measure measure = of(question.id().orElseThrow(), what);
        return measure.state() == Measure.State.OPEN ? measure.as(Measure.State.ASKED) : measure;
    }

    /** What is filled in under ids that no plan of the night asks for: kept, so that a plan to come has it. */
    List<Measure> others(List<String> asked) {
        return byId.keySet().stream()
                .filter(id -> !asked.contains(id) && !filled(id).isEmpty())
                .map(id -> {
                    Optional<ActionRow> row = standing(id).or(() -> last(filled(id)));
                    return measure(
                            id,
                            row.flatMap(ActionRow::asked).orElse(""),
                            isKnown(id) ? Measure.State.NOT_ASKED : Measure.State.UNKNOWN,
                            row);
                })
                .toList();
    }

    private Measure measure(String id, String what, Measure.State state, Optional<ActionRow> row) {
        List<ActionRow> rows = byId.getOrDefault(id, List.of());
        return new Measure(
                id,
                what,
                Optional.empty(),
                Optional.empty(),
                state,
                row,
                last(rows.stream().filter(r -> r.owner().isPresent()).toList()).flatMap(ActionRow::owner),
                last(rows.stream().filter(r -> r.due().isPresent()).toList()).flatMap(ActionRow::due),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether a plan could ask for it, tonight or another night. */
    private boolean isKnown(String id) {
        return Measure.Id.parse(id).filter(texts::knows).isPresent();
    }

    /** Whether it was filled in when another thing was asked under its id. */
    private boolean answersAnother(ActionRow row) {
        Optional<Measure.Id> id = Measure.Id.parse(row.id()).filter(texts::knows);
        return id.isPresent()
                && row.asked().filter(asked -> !texts.asks(id.get(), asked)).isPresent();
    }

    private Measure.State lacks(ActionRow row) {
        if (answersAnother(row)) {
            return Measure.State.OTHER_QUESTION;
        }
        if (row.doneOn().isEmpty()) {
            return row.notADay().isPresent() ? Measure.State.NOT_A_DAY : Measure.State.NO_DAY;
        }
        return row.doneBy().isEmpty() ? Measure.State.NO_PERSON : Measure.State.LATER;
    }

    private List<ActionRow> filled(String id) {
        return byId.getOrDefault(id, List.of()).stream()
                .filter(ActionRow::isFilledIn)
                .toList();
    }

    private static Optional<ActionRow> last(List<ActionRow> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
    }

    private Optional<ActionRow> standing(String id) {
        return last(counting(byId.getOrDefault(id, List.of())));
    }

    /** Those that count on the day, the one that stands last. */
    private List<ActionRow> counting(List<ActionRow> rows) {
        return rows.stream()
                .filter(row -> row.doneBy().isPresent()
                        && !answersAnother(row)
                        && row.doneOn().filter(day -> !day.isAfter(asOf)).isPresent())
                .sorted(Comparator.comparing(row -> row.doneOn().orElseThrow()))
                .toList();
    }

    /** Confirmations of one measure and one day that do not agree, and ids that no plan knows: once an id. */
    List<Remark> warnings() {
        List<Remark> warnings = new ArrayList<>();
        byId.forEach((id, rows) -> {
            standing(id)
                    .ifPresent(standing -> counting(rows).stream()
                            .filter(row -> row.doneOn().equals(standing.doneOn()) && row.disagreesWith(standing))
                            .findFirst()
                            .ifPresent(other -> warnings.add(disagree(other, standing))));
            last(filled(id))
                    .filter(row -> !isKnown(id))
                    .ifPresent(row -> warnings.add(new Remark(
                            "warning.unknown-action",
                            Map.of(
                                    "id",
                                    id,
                                    "file",
                                    row.source().file(),
                                    "row",
                                    Integer.toString(row.source().row())))));
        });
        return warnings;
    }

    private static Remark disagree(ActionRow other, ActionRow standing) {
        return new Remark(
                "warning.actions-disagree",
                Map.of(
                        "id", standing.id(),
                        "on", standing.doneOn().orElseThrow(),
                        "other", other.source().file(),
                        "otherRow", Integer.toString(other.source().row()),
                        "file", standing.source().file(),
                        "row", Integer.toString(standing.source().row())));
    }
}
