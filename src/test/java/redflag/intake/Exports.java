package redflag.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import redflag.basics.AccountId;
import redflag.basics.Marketplace;
import redflag.basics.Marketplaces;
import redflag.basics.Remark;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.ledger.FactTable;
import redflag.ledger.FileFacts;
import redflag.ledger.Rejection;
import redflag.words.Messages;

/** Reads exports as a night does, and says what came of it in the words of a report. */
final class Exports {

    static final Intake INTAKE = new Intake(KindFile.shipped());
    private static final Messages ENGLISH = Messages.english();

    private Exports() {}

    /** The folder of the committed test files. */
    static Path folder() {
        try {
            return Path.of(
                    Objects.requireNonNull(Exports.class.getResource("exports")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path file(String name) {
        return folder().resolve(name);
    }

    static FileFacts read(Path exports, String path, Hints hints) throws Unreadable {
        Path file = exports.resolve(path);
        try {
            InboxFile found = new InboxFile(
                    path, Files.size(file), INTAKE.recognise(file, hints).kind().id());
            return INTAKE.read(exports, found, hints, () -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FileFacts read(String name) throws Unreadable {
        return read(folder(), name, Hints.none());
    }

    /** Writes {@code text} as UTF-8 to a file of the folder and reads it. */
    static FileFacts read(Path folder, String name, String text) throws Unreadable, IOException {
        Files.writeString(folder.resolve(name), text);
        return read(folder, name, Hints.none());
    }

    static List<String> orderIds(FactTable table) {
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            ids.add(table.orderId(row));
        }
        return ids;
    }

    static String text(Remark remark) {
        return ENGLISH.text(remark.key(), remark.facts());
    }

    /** {@code row 3: amazon-order-id: found …}. */
    static String text(Rejection rejection) {
        return "row " + rejection.row() + ": "
                + ENGLISH.text(
                        "rejection." + rejection.reason(),
                        java.util.Map.of(
                                "column", rejection.column(),
                                "found", rejection.found(),
                                "expected", rejection.expected()));
    }

    /** Of a file that lies in the folder of these stores' account. */
    static Hints of(Store... stores) {
        return new Hints(List.of(stores), ReadingRule.none());
    }

    static Store store(String account, String id, String country) {
        Marketplace marketplace = Marketplaces.known().find(country).orElseThrow();
        return new Store(
                new StoreId(id),
                new AccountId(account),
                marketplace,
                id,
                Optional.empty(),
                "en",
                "ann@example.com",
                List.of());
    }
}
