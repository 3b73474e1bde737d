package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redflag.basics.AccountId;
import redflag.basics.Store;
import redflag.ledger.FileFacts;

class InboxTests {

    private static final AccountId NORTH = new AccountId("north");
    private static final AccountId SOUTH = new AccountId("south");
    static final List<Store> STORES = List.of(
            Exports.store("north", "north-us", "US"),
            Exports.store("north", "north-ca", "CA"),
            Exports.store("south", "south-de", "DE"));
    private static final String LATE_HEADER = "Order ID,Order Date,Expected Ship Date\n";

    @TempDir
    Path temp;

    private Path exports;

    @BeforeEach
    void folders() throws IOException {
        exports = temp.resolve("exports");
        Files.createDirectories(exports.resolve("north"));
        Files.createDirectories(exports.resolve("south"));
    }

    @Test
    void anExportIsWhatItsContentSaysNotItsName() throws IOException, Unreadable {
        write("north/report.xlsx", orders(0, 3));
        write("north/deep/er/all-orders.json", LATE_HEADER + "111-0000001-0000001,2026-11-01,2026-11-02\n");
        write("north/orders.txt", "{\"accountStatuses\": []}");
        Files.write(
                exports.resolve("north/numbers.csv"),
                Workbook.of("store", "metric", "period-to", "score")
                        .row("north-us", "accountHealthRating", "2026-11-20", 212)
                        .bytes());
        Files.writeString(exports.resolve("north/no-extension"), defects(7));

        Inbox inbox = lookOver();

        assertThat(inbox.quarantined()).isEmpty();
        assertThat(inbox.files().get(NORTH))
                .extracting(file -> file.path() + " " + file.kind())
                .containsExactly(
                        "north/deep/er/all-orders.json lateShipments",
                        "north/no-extension orderDefects",
                        "north/numbers.csv performanceSummary",
                        "north/orders.txt accountHealth",
                        "north/report.xlsx allOrders");
        assertThat(inbox.files().get(SOUTH)).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsQuarantinedWithItsReason() throws IOException {
        write("north/empty.txt", "");
        write("north/shopping.csv", "milk,eggs\n1,2\n");
        write("west/orders.txt", orders(0, 3));
        write("beside.txt", orders(0, 3));
        Files.createSymbolicLink(exports.resolve("north/link.txt"), exports.resolve("beside.txt"));
        Files.createSymbolicLink(exports.resolve("north/folder"), exports.resolve("west"));

        assertThat(reasons(lookOver()))
                .containsExactly(
                        "beside.txt: it lies beside the account folders, but no column of it names the stores; put it into the folder of its account",
                        "north/empty.txt: it is empty",
                        "north/folder: it is a link, and links are not followed: put the file itself there",
                        "north/link.txt: it is a link, and links are not followed: put the file itself there",
                        "north/shopping.csv: its columns are of no export that Redflag knows",
                        "west/orders.txt: \"west\" is no account in stores.csv");
    }

    @Test
    void hiddenFilesAndExcelsLockFilesAreNobodysExports() throws IOException {
        write("north/.DS_Store", "x");
        write("north/~$orders.xlsx", "x");

        Inbox inbox = lookOver();

        assertThat(inbox.quarantined()).isEmpty();
        assertThat(inbox.files().get(NORTH)).isEmpty();
    }

    @Test
    void aFileBesideTheAccountFoldersNamesItsStores() throws IOException {
        write("summary.csv", "store,metric,period-to,score\nnorth-us,accountHealthRating,2026-11-20,212\n");

        assertThat(lookOver().shared()).extracting(InboxFile::path).containsExactly("summary.csv");
    }

    @Test
    void theExportsFolderMayItselfBeALink() throws IOException {
        write("north/orders.txt", orders(0, 3));
        Path link = Files.createSymbolicLink(temp.resolve("link"), exports);

        Inbox inbox = Inbox.lookOver(link, STORES, List.of(), Exports.INTAKE, FactsCache.none());

        assertThat(inbox.files().get(NORTH)).extracting(InboxFile::path).containsExactly("north/orders.txt");
        assertThat(inbox.quarantined()).isEmpty();
    }

    @Test
    void theSameBytesUnderTwoAccountsCouldBeAnybodys() throws IOException {
        write("north/a.txt", orders(0, 3));
        write("south/b.txt", orders(0, 3));
        write("north/own.txt", orders(100, 103));

        Inbox inbox = lookOver();

        assertThat(reasons(inbox))
                .containsExactly(
                        "north/a.txt: the same file lies under another account: south/b.txt",
                        "south/b.txt: the same file lies under another account: north/a.txt");
        assertThat(inbox.files().get(NORTH)).extracting(InboxFile::path).containsExactly("north/own.txt");
    }

    @Test
    void theSameBytesTwiceInOneAccountAreADownloadMadeTwice() throws IOException {
        write("north/a.txt", orders(0, 3));
        write("north/a (1).txt", orders(0, 3));

        assertThat(lookOver().quarantined()).isEmpty();
    }

    @Test
    void listsWithoutRowsAreAlikeForEverybody() throws IOException {
        write("north/late.csv", LATE_HEADER);
        write("south/late.csv", LATE_HEADER);

        assertThat(lookOver().quarantined()).isEmpty();
    }

    @Test
    void accountsWithoutABusinessMayHaveEqualReports() throws IOException {
        String dormant = "{\"performanceMetrics\": [{\"lateShipmentRate\": {\"orderCount\": 0}}]}";
        String busy = "{\"performanceMetrics\": [{\"lateShipmentRate\": {\"orderCount\": 7}}]}";
        write("north/dormant.json", dormant);
        write("south/dormant.json", dormant);
        write("north/busy.json", busy);
        write("south/busy.json", busy);

        assertThat(reasons(lookOver()))
                .containsExactly(
                        "north/busy.json: the same file lies under another account: south/busy.json",
                        "south/busy.json: the same file lies under another account: north/busy.json");
    }

    @Test
    void ofTheSameOrdersTheAccountWithMostSuchFilesKeepsThem() throws IOException {
        write("north/monday.txt", orders(0, 300));
        write("north/tuesday.txt", orders(5, 320));
        write("south/stray.txt", orders(3, 310));

        Inbox inbox = lookOver();

        assertThat(reasons(inbox))
                .containsExactly("south/stray.txt: its orders are those of another account's file: north/monday.txt");
        assertThat(inbox.files().get(NORTH)).hasSize(2);
    }

    @Test
    void withoutAMajorityAllFilesWithTheSameOrdersAreOut() throws IOException {
        write("north/orders.txt", orders(0, 300));
        write("south/orders.txt", orders(3, 310));

        assertThat(reasons(lookOver()))
                .containsExactly(
                        "north/orders.txt: its orders are those of another account's file: south/orders.txt",
                        "south/orders.txt: its orders are those of another account's file: north/orders.txt");
    }

    @Test
    void aShortStrayDoesNotTakeTheOrdersOfTheirOwnerOut() throws IOException {
        write("north/orders.txt", orders(0, 300));
        write("south/orders.txt", orders(3, 9));

        assertThat(reasons(lookOver()))
                .containsExactly("south/orders.txt: its orders are those of another account's file: north/orders.txt");
    }

    @Test
    void halfOfTheFirstHundredIsNotMoreThanHalf() throws IOException {
        write("north/orders.txt", orders(0, 100));
        write("south/orders.txt", orders(50, 150));

        assertThat(lookOver().quarantined()).isEmpty();
    }

    @Test
    void whatIsNoOrderIdProvesNothing() throws IOException {
        write("north/orders.txt", OrderRows.HEADER + "\t2026-11-01\nTotal\t\n" + OrderRows.row(1));
        write("south/orders.txt", OrderRows.HEADER + "\t2026-11-01\nTotal\t\t\n" + OrderRows.row(2));

        assertThat(lookOver().quarantined()).isEmpty();
    }

    @Test
    void anAccountsOwnNightlyFilesOverlapAndAreFine() throws IOException {
        for (int night = 0; night < 30; night++) {
            write(String.format(Locale.ROOT, "north/orders-%02d.txt", night), orders(night, 120 + night));
        }

        Inbox inbox = lookOver();

        assertThat(inbox.quarantined()).isEmpty();
        assertThat(inbox.files().get(NORTH)).hasSize(30);
    }

    @Test
    void aSharedFileIsSplitByAccount() throws Unreadable {
        FileFacts facts = Exports.read("summary-two-accounts.csv");

        SharedFile split = SharedFile.split(
                facts,
                Exports.INTAKE.kind("performanceSummary").orElseThrow(),
                STORES,
                OrderAccounts.of(List.of(facts), STORES));

        FileFacts north = split.parts().get(NORTH);
        FileFacts south = split.parts().get(SOUTH);
        FileFacts nobodys = split.nobodys();
        assertThat(counts(north)).isEqualTo("2 read, 1 accepted, 1 rejected");
        assertThat(counts(south)).isEqualTo("2 read, 1 accepted, 1 rejected");
        assertThat(counts(nobodys)).isEqualTo("3 read, 1 accepted, 2 rejected");
        assertThat(north.rowsRead() + south.rowsRead() + nobodys.rowsRead()).isEqualTo(facts.rowsRead());
        assertThat(north.rejections()).extracting(r -> r.row()).containsExactly(4);
        assertThat(south.rejections()).extracting(r -> r.row()).containsExactly(6);
        assertThat(nobodys.rejections()).extracting(r -> r.row()).containsExactly(7, 8);
        assertThat(nobodys.warnings())
                .extracting(Exports::text)
                .containsExactly(
                        "summary-two-accounts.csv: 1 row names the store \"nobody\", which stores.csv does not have.");
    }

    @Test
    void aListOfOnesOwnWithAStoreColumnIsSplitToo() throws IOException, Unreadable {
        ExportKind kind = Kinds.of("""
                id: own
                name: own
                where: here
                feeds: order-defect
                columns:
                  - field: store
                    headers: [shop]
                    required: true
                  - field: order
                    headers: [order]
                    required: true
                """);
        write("own.csv", "shop,order\nnorth-us,111-0000001-0000001\nsouth-de,111-0000001-0000002\n");
        Intake own = new Intake(List.of(kind));
        FileFacts facts = own.read(exports, new InboxFile("own.csv", 1, "own"), Hints.none(), () -> {});

        assertThat(SharedFile.split(facts, kind, STORES, OrderAccounts.of(List.of(facts), STORES))
                        .parts())
                .containsOnlyKeys(NORTH, SOUTH);
    }

    @Test
    void whatIsNoPlainFileIsNeverOpened() throws IOException, InterruptedException {
        write("north/orders.txt", orders(0, 3));
        Files.writeString(temp.resolve("secret.txt"), orders(5, 9));
        Files.createSymbolicLink(exports.resolve("north/out.txt"), temp.resolve("secret.txt"));
        Files.createSymbolicLink(exports.resolve("north/round"), exports.resolve("north"));
        Files.createSymbolicLink(exports.resolve("north/nowhere"), exports.resolve("north/gone"));
        Process pipe =
                new ProcessBuilder("mkfifo", exports.resolve("north/pipe.txt").toString()).start();
        Assumptions.assumeTrue(pipe.waitFor() == 0);

        Inbox inbox = lookOver();

        assertThat(inbox.files().get(NORTH)).extracting(InboxFile::path).containsExactly("north/orders.txt");
        assertThat(reasons(inbox))
                .containsExactly(
                        "north/nowhere: it is a link, and links are not followed: put the file itself there",
                        "north/out.txt: it is a link to a place outside the exports folder, and links are not followed",
                        "north/pipe.txt: it is no plain file (a pipe or a device)",
                        "north/round: it is a link, and links are not followed: put the file itself there");
    }

    @Test
    void whatMayNotBeReadCostsOnlyItself() throws IOException {
        write("north/orders.txt", orders(0, 3));
        write("north/closed/a.txt", orders(5, 9));
        write("north/own.txt", orders(5, 9));
        Files.setPosixFilePermissions(exports.resolve("north/own.txt"), Set.of());
        Files.setPosixFilePermissions(exports.resolve("north/closed"), Set.of());
        Assumptions.assumeFalse(Files.isReadable(exports.resolve("north/own.txt")), "root reads everything");

        Inbox inbox = lookOver();
        Files.setPosixFilePermissions(
                exports.resolve("north/closed"),
                Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE));

        assertThat(reasons(inbox))
                .containsExactly("north/closed: it can't be opened", "north/own.txt: it can't be opened");
        assertThat(inbox.files().get(NORTH)).extracting(InboxFile::path).containsExactly("north/orders.txt");
    }

    @Test
    void aFileThatChangesOrVanishesWhileItIsReadIsForTheNextRun() throws IOException {
        write("north/orders.txt", orders(0, 10_000));
        Path file = exports.resolve("north/orders.txt");
        InboxFile found = new InboxFile("north/orders.txt", 1, "allOrders");
        List<Runnable> meanwhile = List.of(
                () -> quietly(() -> Files.writeString(file, OrderRows.row(1), StandardOpenOption.APPEND)),
                () -> quietly(() -> Files.deleteIfExists(file)),
                () -> {});

        for (Runnable event : meanwhile) {
            Unreadable unreadable = catchThrowableOfType(
                    Unreadable.class, () -> Exports.INTAKE.read(exports, found, Hints.none(), event));

            assertThat(Exports.text(unreadable.why()))
                    .isEqualTo("it changed or vanished while it was read; the next run reads it");
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void quietly(Action action) {
        try {
            action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String counts(FileFacts facts) {
        return facts.rowsRead() + " read, " + facts.rowsAccepted() + " accepted, " + facts.rowsRejected() + " rejected";
    }

    private Inbox lookOver() throws IOException {
        return Inbox.lookOver(exports, STORES, List.of(), Exports.INTAKE, FactsCache.none());
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(exports.resolve(path).getParent());
        Files.writeString(exports.resolve(path), text);
    }

    private static String orders(int from, int to) {
        StringBuilder text = new StringBuilder(OrderRows.HEADER);
        for (int i = from; i < to; i++) {
            text.append(OrderRows.row(i));
        }
        return text.toString();
    }

    private static String defects(int order) {
        return "Order Id,Order Date,Fulfilled By,Negative Feedback\n" + OrderRows.id(order) + ",2026-11-01,Seller,X\n";
    }

    private static List<String> reasons(Inbox inbox) {
        return inbox.quarantined().stream()
                .map(q -> q.path() + ": " + Exports.text(q.why()))
                .toList();
    }
}
