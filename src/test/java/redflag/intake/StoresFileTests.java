package redflag.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import redflag.basics.Marketplaces;
import redflag.basics.Store;
import redflag.settings.Problem;
import redflag.settings.Problems;

class StoresFileTests {

    private final Problems problems = new Problems();

    @Test
    void everythingWrongIsSaidAtOnceWithItsLine() {
        List<Store> stores = read("stores-everything-wrong.csv");

        assertThat(stores).extracting(s -> s.id().value()).containsExactly("north-us", "south-de");
        assertThat(messages())
                .containsExactly(
                        "4: account 'no/rth' becomes a folder name: letters, digits, dots, dashes and underscores only",
                        "4: store 'nor th' becomes a folder name: letters, digits, dots, dashes and underscores only",
                        "4: manager 'ann at example.com' is no e-mail address",
                        "4: cc 'carl' is no e-mail address",
                        "4: seller since '15.03.2021' is not a day; write it as 2026-11-22",
                        "4: language 'de' must be en or zh",
                        "5: 'account' is empty",
                        "5: 'store' is empty",
                        "5: marketplace 'Atlantis' is not known; write a country code such as US or UK",
                        "5: 'manager' is empty",
                        "6: store 'north-us' stands twice",
                        "6: account 'north' has two stores in US; orders name their marketplace only, so give each store an account of its own",
                        "7: 'carl@example.com' stands beyond the last column; addresses in cc have semicolons between"
                                + " them, and a value with a separator in it needs quotes");
    }

    @Test
    void semicolonsAndAByteOrderMarkAreFine() {
        Store store = read("stores-semicolon-bom-windows.csv").get(0);

        assertThat(problems.list()).isEmpty();
        assertThat(store.account().value()).isEqualTo("north");
        assertThat(store.name()).isEqualTo("Caf\u00e9 North");
        assertThat(store.marketplace().country()).isEqualTo("US");
        assertThat(store.cc()).containsExactly("bob@example.com", "carl@example.com");
        assertThat(store.language()).isEqualTo("en");
        assertThat(store.sellerSince()).isEmpty();
    }

    @Test
    void namesMayBeInWindows1252() {
        Store store = read("stores-windows-1252.csv").get(0);

        assertThat(store.name()).isEqualTo("Caf\u00e9 North");
        assertThat(store.marketplace().country()).isEqualTo("UK");
    }

    @Test
    void theHeaderIsCheckedBeforeTheRows() {
        assertThat(read("stores-missing-columns.csv")).isEmpty();
        assertThat(messages())
                .containsExactlyInAnyOrder(
                        "1: the column 'store' stands twice",
                        "1: the column 'marketplace' is missing",
                        "1: the column 'manager' is missing",
                        "1: the column 'shop' is not known");
    }

    @Test
    void aFileWithoutStoresIsNoStoresFile() {
        read("stores-header-only.csv");
        read("empty.txt");
        read("not-a-workbook.xlsx");

        assertThat(messages())
                .contains(
                        "0: names no store",
                        "0: is empty; expected a header account, store, marketplace, manager, \u2026",
                        "0: can't be read as a table in text or in a workbook");
    }

    private List<Store> read(String name) {
        Path file = Exports.file(name);
        return StoresFile.read(file, Marketplaces.known(), problems);
    }

    private List<String> messages() {
        return problems.list().stream().map(StoresFileTests::message).toList();
    }

    private static String message(Problem problem) {
        return problem.line() + ": " + problem.message();
    }
}
