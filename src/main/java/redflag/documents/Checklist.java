package redflag.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.notices.NoticeKind;

/**
 * What Amazon asks for in answer to a reason, item by item.
 *
 * @param notice id of the notice that it answers; missing where none is on file
 * @param from the day that ages are counted back from: that of the notice, else the as-of date
 * @param isFromNotice whether that is the day of the notice
 * @param items none where no source names papers for the reason
 */
public record Checklist(
        NoticeKind reason,
        Optional<String> notice,
        LocalDate from,
        boolean isFromNotice,
        List<ChecklistItem> items,
        List<Remark> remarks) {

    public Checklist {
        items = List.copyOf(items);
        remarks = List.copyOf(remarks);
    }

    /** Those that are asked for in any case, or of which one answers, and are not there. */
    public List<ChecklistItem> open() {
        boolean isOneThere =
                items.stream().anyMatch(item -> item.need() == ChecklistItem.Need.ONE_OF && item.isThere());
        return items.stream()
                .filter(item -> !item.isThere())
                .filter(item -> switch (item.need()) {
                    case REQUIRED -> true;
                    case ONE_OF -> !isOneThere;
                    case IF_ASKED -> false;
                })
                .toList();
    }

    /** The days whose units sold are held against papers; missing where none are. */
    public Optional<Period> unitsWithin() {
        return items.stream()
                .flatMap(item -> item.sold().stream())
                .map(UnitsSold::within)
                .findFirst();
    }

    /** So many are asked for in any case. */
    public long required() {
        return items.stream()
                .filter(item -> item.need() == ChecklistItem.Need.REQUIRED)
                .count();
    }

    /** So many of them are there. */
    public long there() {
        return items.stream()
                .filter(item -> item.need() == ChecklistItem.Need.REQUIRED && item.isThere())
                .count();
    }

    /** So many of them are not. */
    public long lacking() {
        return required() - there();
    }
}
