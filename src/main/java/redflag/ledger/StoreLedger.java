package redflag.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.basics.Period;
import redflag.basics.Store;

/**
 * All that an account's files say of one store, as of a day.
 *
 * @param orders empty where no order export was read
 * @param ordersCover the days for which the order exports hold every order, as far as their rows tell: from the oldest
 *     purchase to about the newest, without days that no file reaches; missing where no order export, or none with a
 *     row, was read
 * @param hasOrderExport whether an order export was read, with or without rows
 * @param orderKind id of the kind of the order exports that reach furthest, if it is one
 * @param orderRowsRejected rows of the account's order exports that could not be used, and may have been orders, and orders that two files state otherwise
 * @param daily what business reports state day by day
 * @param returns what came back of its orders, and why
 * @param products what it offers, where it lies and how it sells
 * @param kinds ids of export kinds by file
 * @param exportDays by file, how far it tells of the store; of files of which that is known
 * @param states of the newest day for which a file states one
 * @param notices as known on the as-of date, one row a notice, by file and row
 * @param documents papers of the seller, dated up to the as-of date, one row a document, by file and row
 */
public record StoreLedger(
        Store store,
        LocalDate asOf,
        StoreOrders orders,
        boolean hasOrderExport,
        Optional<String> orderKind,
        Optional<Period> ordersCover,
        long orderRowsRejected,
        StoreDefects defects,
        List<PrintedFigure> printed,
        DailyFigures daily,
        StoreReturns returns,
        StoreProducts products,
        Map<String, String> kinds,
        Map<String, ExportDay> exportDays,
        List<AccountState> states,
        List<ActionRow> actions,
        List<NoticeRow> notices,
        List<DocumentRow> documents) {

    public StoreLedger {
        printed = List.copyOf(printed);
        kinds = Map.copyOf(kinds);
        exportDays = Map.copyOf(exportDays);
        states = List.copyOf(states);
        actions = List.copyOf(actions);
        notices = List.copyOf(notices);
        documents = List.copyOf(documents);
    }

    /** The export kind of a file; without a file that of the order exports, if they are of one. */
    public Optional<String> kindOf(Optional<String> file) {
        return file.isPresent() ? file.map(kinds::get) : orderKind;
    }
}
