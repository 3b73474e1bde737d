package redflag.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.Field;
import redflag.ledger.Moments;

/** A row of a notices file that a test makes up; what is not said is blank. */
public final class MadeNotice {

    private static final Set<Field> COLUMNS = EnumSet.of(
            Field.ID,
            Field.STORE,
            Field.RECEIVED,
            Field.REASON,
            Field.NOTICE_KIND,
            Field.RIGHT,
            Field.RIGHT_AS_WRITTEN,
            Field.COMPLAINT,
            Field.COMPLAINT_AS_WRITTEN,
            Field.RIGHTS_OWNER,
            Field.COMPLAINT_ID,
            Field.AMAZON_WROTE,
            Field.NOTE,
            Field.LISTINGS,
            Field.ASIN,
            Field.ORDER_LIST,
            Field.DEADLINE,
            Field.DUE,
            Field.APPEAL,
            Field.STATE,
            Field.STATUS,
            Field.TITLE,
            Field.SUBMITTED,
            Field.AMAZON_ANSWERED);

    private Consumer<FactTable.Builder> cells;

    private MadeNotice(Consumer<FactTable.Builder> cells) {
        this.cells = cells;
    }

    public static MadeNotice of(String id, Code kind) {
        return new MadeNotice(
                row -> row.text(Field.ID, id).code(Field.NOTICE_KIND, kind).text(Field.REASON, kind.name()));
    }

    public static MadeNotice ofUnknownReason(String id, String reason) {
        return new MadeNotice(row -> row.text(Field.ID, id).text(Field.REASON, reason));
    }

    public MadeNotice received(String day) {
        return with(row -> row.moment(Field.RECEIVED, Moments.ofDay(LocalDate.parse(day))));
    }

    MadeNotice receivedAt(String instant) {
        return with(row -> row.moment(
                Field.RECEIVED, Moments.ofEpochSecond(Instant.parse(instant).getEpochSecond())));
    }

    public MadeNotice deadline(String day) {
        return with(row ->
                row.moment(Field.DEADLINE, Moments.ofDay(LocalDate.parse(day))).text(Field.DUE, day));
    }

    MadeNotice deadlineAt(String instant) {
        return with(row -> row.moment(
                Field.DEADLINE, Moments.ofEpochSecond(Instant.parse(instant).getEpochSecond())));
    }

    public MadeNotice code(Field field, Code code) {
        return with(row -> row.code(field, code));
    }

    public MadeNotice state(Code state) {
        return code(Field.STATE, state).text(Field.STATUS, state.name());
    }

    public MadeNotice text(Field field, String text) {
        return with(row -> row.text(field, text));
    }

    private MadeNotice with(Consumer<FactTable.Builder> more) {
        cells = cells.andThen(more);
        return this;
    }

    /** Their rows begin under the header. */
    public static FactTable table(MadeNotice... notices) {
        FactTable.Builder table = new FactTable.Builder(COLUMNS);
        for (int i = 0; i < notices.length; i++) {
            List.of(notices).get(i).cells.accept(table);
            table.endRow(i + 2);
        }
        return table.build();
    }
}
