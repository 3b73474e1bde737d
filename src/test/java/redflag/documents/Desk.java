package redflag.documents;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import redflag.OneStore;
import redflag.basics.Registered;
import redflag.basics.Store;
import redflag.ledger.Code;
import redflag.ledger.FactTable;
import redflag.ledger.FactType;
import redflag.ledger.Field;
import redflag.ledger.FileFacts;
import redflag.ledger.Moments;
import redflag.ledger.StoreLedger;
import redflag.notices.MadeNotice;
import redflag.notices.Notice;
import redflag.notices.NoticeKind;
import redflag.notices.Notices;

/** A store with papers, notices and orders that a test makes up. */
final class Desk {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private static final Set<Field> PAPER = EnumSet.of(
            Field.ID,
            Field.STORE,
            Field.DOCUMENT_KIND,
            Field.DOCUMENT_KIND_AS_WRITTEN,
            Field.FILE,
            Field.ISSUED,
            Field.EXPIRES,
            Field.HOLDER,
            Field.HOLDER_ADDRESS,
            Field.SUPPLIER,
            Field.BUYER,
            Field.LISTINGS,
            Field.UNITS,
            Field.NOTICES);
    private static final Set<Field> ORDER = EnumSet.of(
            Field.ORDER,
            Field.PURCHASED,
            Field.ORDER_STATUS,
            Field.FULFILMENT,
            Field.SALES_CHANNEL,
            Field.ASIN,
            Field.SKU,
            Field.QUANTITY);

    private final Path folder;
    private final List<Consumer<FactTable.Builder>> papers = new ArrayList<>();
    private final List<Consumer<FactTable.Builder>> orders = new ArrayList<>();
    private final List<MadeNotice> notices = new ArrayList<>();
    private Store store;

    /** @param folder of papers, empty */
    Desk(Path folder) {
        this.folder = folder;
        store = registered(Optional.of("Alder Bells Ltd"), Optional.of("Ann Alder"), Optional.of("1 Foundry Lane"));
    }

    private static Store registered(Optional<String> name, Optional<String> contact, Optional<String> address) {
        return with(OneStore.of("US"), Optional.empty(), new Registered(name, contact, address));
    }

    private static Store with(Store store, Optional<LocalDate> since, Registered registered) {
        return new Store(
                store.id(),
                store.account(),
                store.marketplace(),
                store.name(),
                since,
                store.language(),
                store.manager(),
                store.cc(),
                registered);
    }

    Desk ofNobodyKnown() {
        store = registered(Optional.empty(), Optional.empty(), Optional.empty());
        return this;
    }

    Desk on(String country) {
        store = with(OneStore.of(country), Optional.empty(), store.registered());
        return this;
    }

    Desk sellingSince(String day) {
        store = with(store, Optional.of(LocalDate.parse(day)), store.registered());
        return this;
    }

    /** A paper whose file is there. */
    Desk paper(String id, Code kind, Consumer<FactTable.Builder> cells) {
        size(id + ".pdf", 1_000);
        return row(id, kind, row -> cells.accept(row.text(Field.FILE, id + ".pdf")));
    }

    Desk row(String id, Code kind, Consumer<FactTable.Builder> cells) {
        papers.add(row -> cells.accept(row.text(Field.ID, id)
                .code(Field.DOCUMENT_KIND, kind)
                .text(Field.DOCUMENT_KIND_AS_WRITTEN, kind.name())));
        return this;
    }

    /** An invoice of the account's that nothing speaks against. */
    Desk invoice(String id, String issued, String listings, String units) {
        return paper(id, Code.SUPPLIER_INVOICE, row -> {
            row.day(Field.ISSUED, LocalDate.parse(issued))
                    .text(Field.SUPPLIER, "Bellfounders")
                    .text(Field.BUYER, "Alder Bells Ltd");
            if (!listings.isEmpty()) {
                row.text(Field.LISTINGS, listings);
            }
            if (!units.isEmpty()) {
                row.text(Field.UNITS, units);
            }
        });
    }

    Desk size(String path, long bytes) {
        Path file = folder.resolve("north").resolve(path);
        try {
            Files.createDirectories(file.getParent());
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Desk notice(MadeNotice notice) {
        notices.add(notice);
        return this;
    }

    Desk sold(String day, String asin, String sku, long units) {
        return order(day, asin, sku, units, Code.SHIPPED);
    }

    Desk order(String day, String asin, String sku, long units, Code status) {
        String id = "111-0000000-%07d".formatted(orders.size() + 1);
        orders.add(row -> {
            row.order(id)
                    .moment(Field.PURCHASED, Moments.ofDay(LocalDate.parse(day)))
                    .code(Field.ORDER_STATUS, status)
                    .code(Field.FULFILMENT, Code.AFN)
                    .text(Field.SALES_CHANNEL, store.marketplace().salesChannel())
                    .count(Field.QUANTITY, units)
                    .text(Field.SKU, sku);
            if (!asin.isEmpty()) {
                row.text(Field.ASIN, asin);
            }
        });
        return this;
    }

    private static FactTable table(Set<Field> columns, List<Consumer<FactTable.Builder>> rows) {
        FactTable.Builder table = new FactTable.Builder(columns);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).accept(table);
            table.endRow(i + 2);
        }
        return table.build();
    }

    StoreLedger ledger() {
        List<FileFacts> files = new ArrayList<>();
        files.add(OneStore.file(FactType.DOCUMENT, table(PAPER, papers)));
        files.add(OneStore.file(FactType.NOTICE, MadeNotice.table(notices.toArray(new MadeNotice[0]))));
        if (!orders.isEmpty()) {
            files.add(OneStore.file(FactType.ORDER_LINE, table(ORDER, orders)));
        }
        return OneStore.ledger(store, AS_OF, files);
    }

    Documents documents() {
        StoreLedger ledger = ledger();
        return Documents.of(ledger, Notices.of(ledger, List.of()), new DocumentFolder(folder));
    }

    /** The checklist of its only notice. */
    Checklist checklist() {
        return documents().checklists().values().iterator().next();
    }

    /** That of a reason of which no notice is on file. */
    Checklist checklist(NoticeKind reason) {
        StoreLedger ledger = ledger();
        return Checklists.of(ledger, Documents.read(ledger, new DocumentFolder(folder)))
                .of(reason, Optional.<Notice>empty());
    }

    ChecklistItem item(String id) {
        return checklist().items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
