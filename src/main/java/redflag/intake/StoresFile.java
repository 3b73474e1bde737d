package redflag.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import redflag.basics.AccountId;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.basics.Registered;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.settings.Problems;

/**
 * Reads the agency's list of stores, a table with a row a store. Columns: {@code account}, {@code store} (both become
 * folder names), {@code marketplace} (country code or id) and {@code manager} (an e-mail address) are required;
 * {@code name} (else the store id), {@code seller since} (a day), {@code language} (en), {@code cc} (addresses with
 * semicolons between) are not, nor are {@code legal name}, {@code contact} and {@code legal address}, which stand as they
 * do in Seller Central. All that is wrong is reported at once, with its line.
 */
public final class StoresFile {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s;,<>\"]+@[^@\\s;,<>\"]+\\.[^@\\s;,<>\"]+");
    private static final List<String> REQUIRED = List.of("account", "store", "marketplace", "manager");
    private static final String EMPTY = "is empty; expected a header " + String.join(", ", REQUIRED) + ", \u2026";
    private static final Set<String> KNOWN = Set.of(
            "account",
            "store",
            "marketplace",
            "name",
            "seller since",
            "language",
            "manager",
            "cc",
            "legal name",
            "contact",
            "legal address");
    private static final Set<String> LANGUAGES = Set.of("en", "zh");

    private final String file;
    private final Marketplaces marketplaces;
    private final Problems problems;
    private final List<Store> stores = new ArrayList<>();
    private final Set<String> storeIds = new HashSet<>();
    private final Set<String> accountMarkets = new HashSet<>();
    private Map<String, Integer> places = new HashMap<>();
    private int width;

    private StoresFile(String file, Marketplaces marketplaces, Problems problems) {
        this.file = file;
        this.marketplaces = marketplaces;
        this.problems = problems;
    }

    /** The stores in the order of the file; what is wrong goes to {@code problems}. */
    public static List<Store> read(Path path, Marketplaces marketplaces, Problems problems) {
        AtomicReference<StoresFile> attempt =
                new AtomicReference<>(new StoresFile(path.toString(), marketplaces, problems));
        Problems found = new Problems();
        try {
            ExportBytes bytes = new ExportBytes(path.toRealPath());
            if (Container.of(bytes) == Container.WORKBOOK) {
                attempt.set(new StoresFile(path.toString(), marketplaces, new Problems()));
                new WorkbookTable(path).read(firstSheet(Objects.requireNonNull(attempt.get())::row));
            } else {
                new TextTable(bytes, Optional.empty(), likely(bytes, path, marketplaces), header -> 0).head(() -> {
                    attempt.set(new StoresFile(path.toString(), marketplaces, new Problems()));
                    return Objects.requireNonNull(attempt.get())::row;
                });
            }
            StoresFile reader = Objects.requireNonNull(attempt.get());
            found = reader.problems;
            if (reader.places.isEmpty()) {
                problems.add(path.toString(), 0, EMPTY);
            } else if (reader.stores.isEmpty() && found.isEmpty()) {
                problems.add(path.toString(), 0, "names no store");
            }
        } catch (Unreadable e) {
            boolean empty = e.why().key().equals("quarantine.empty");
            problems.add(path.toString(), 0, empty ? EMPTY : "can't be read as a table in text or in a workbook");
        } catch (IOException e) {
            problems.add(path.toString(), 0, "can't be read");
        }
        found.list().forEach(p -> problems.add(p.file(), p.line(), p.message()));
        return List.copyOf(Objects.requireNonNull(attempt.get()).stores);
    }

    /** What is ASCII of the file tells its stores, whatever the names are written in; a person wrote it, in his language. */
    private static List<Charset> likely(ExportBytes bytes, Path path, Marketplaces marketplaces)
            throws Unreadable, IOException {
        StoresFile ascii = new StoresFile(path.toString(), marketplaces, new Problems());
        new TextTable(bytes, Optional.of(StandardCharsets.ISO_8859_1), List.of(), header -> 0).head(() -> ascii::row);
        List<Charset> likely = new ArrayList<>(Charsets.likely(ascii.stores));
        Collections.reverse(likely);
        return likely;
    }

    private static WorkbookTable.SheetCells firstSheet(Cells cells) {
        return new WorkbookTable.SheetCells() {
            private boolean begun;

            @Override
            public boolean sheet(int number, String name) {
                boolean first = !begun;
                begun = true;
                return first;
            }

            @Override
            public boolean row(int row, String[] values) {
                return cells.row(row, values);
            }
        };
    }

    private boolean row(int line, String[] cells) {
        if (places.isEmpty()) {
            header(line, List.of(cells));
            return REQUIRED.stream().allMatch(places::containsKey);
        }
        for (int place = width; place < cells.length; place++) {
            if (!cells[place].isBlank()) {
                problems.add(
                        file,
                        line,
                        "'" + cells[place].strip() + "' stands beyond the last column; addresses in cc have semicolons"
                                + " between them, and a value with a separator in it needs quotes");
            }
        }
        Optional<Store> store = store(line, cells);
        store.ifPresent(stores::add);
        return true;
    }

    private void header(int line, List<String> header) {
        places = Headers.places(header);
        width = header.size();
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            String folded = Headers.fold(name);
            if (!folded.isEmpty() && !seen.add(folded)) {
                problems.add(file, line, "the column '" + folded + "' stands twice");
            }
        }
        for (String name : REQUIRED) {
            if (!places.containsKey(name)) {
                problems.add(file, line, "the column '" + name + "' is missing");
            }
        }
        for (String name : places.keySet()) {
            if (!name.isEmpty() && !KNOWN.contains(name)) {
                problems.add(file, line, "the column '" + name + "' is not known");
            }
        }
    }

    private Optional<Store> store(int line, String[] cells) {
        int before = problems.list().size();
        String account = required(line, cells, "account");
        String store = required(line, cells, "store");
        checkId(line, "account", account);
        checkId(line, "store", store);
        String country = required(line, cells, "marketplace");
        Optional<Marketplace> marketplace = marketplaces.find(country);
        if (marketplace.isEmpty() && !country.isEmpty()) {
            problems.add(
                    file, line, "marketplace '" + country + "' is not known; write a country code such as US or UK");
        }
        String manager = required(line, cells, "manager");
        checkAddress(line, "manager", manager);
        List<String> cc = new ArrayList<>();
        for (String address : cell(cells, "cc").split(";")) {
            if (!address.isBlank()) {
                checkAddress(line, "cc", address.strip());
                cc.add(address.strip());
            }
        }
        Optional<LocalDate> since = since(line, cell(cells, "seller since"));
        String language = cell(cells, "language").isEmpty() ? "en" : cell(cells, "language");
        if (!LANGUAGES.contains(language)) {
            problems.add(file, line, "language '" + language + "' must be en or zh");
        }
        if (!store.isEmpty() && !storeIds.add(store.toLowerCase(Locale.ROOT))) {
            problems.add(file, line, "store '" + store + "' stands twice");
        }
        if (marketplace.isPresent()
                && !accountMarkets.add(account + " " + marketplace.get().id())) {
            problems.add(
                    file,
                    line,
                    "account '" + account + "' has two stores in "
                            + marketplace.get().country()
                            + "; orders name their marketplace only, so give each store an"
                            + " account of its own");
        }
        if (problems.list().size() > before || marketplace.isEmpty()) {
            return Optional.empty();
        }
        String name = cell(cells, "name");
        return Optional.of(new Store(
                new StoreId(store),
                new AccountId(account),
                marketplace.get(),
                name.isEmpty() ? store : name,
                since,
                language,
                manager,
                cc,
                new Registered(
                        written(cells, "legal name"), written(cells, "contact"), written(cells, "legal address"))));
    }

    private String cell(String[] cells, String column) {
        int place = places.getOrDefault(column, -1);
        return place >= 0 && place < cells.length ? cells[place].strip() : "";
    }

    private Optional<String> written(String[] cells, String column) {
        return Optional.of(cell(cells, column)).filter(text -> !text.isEmpty());
    }

    private String required(int line, String[] cells, String column) {
        String value = cell(cells, column);
        if (value.isEmpty()) {
            problems.add(file, line, "'" + column + "' is empty");
        }
        return value;
    }

    private void checkId(int line, String column, String id) {
        if (!id.isEmpty() && !AccountId.isValid(id)) {
            problems.add(
                    file,
                    line,
                    column + " '" + id + "' becomes a folder name: letters, digits, dots, dashes and underscores only");
        }
    }

    private void checkAddress(int line, String column, String address) {
        if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
            problems.add(file, line, column + " '" + address + "' is no e-mail address");
        }
    }

    private Optional<LocalDate> since(int line, String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            problems.add(file, line, "seller since '" + text + "' is not a day; write it as 2026-11-22");
            return Optional.empty();
        }
    }
}
