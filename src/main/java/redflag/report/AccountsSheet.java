package redflag.report;

import java.util.List;
import java.util.function.ToLongFunction;

/** What came of every account; without how long it took, which no two nights share. */
final class AccountsSheet {

    static final String NAME = "sheet.accounts";

    static final List<Column<AccountOutcome>> COLUMNS = List.of(
            new Column<>(
                    "accounts.account",
                    24,
                    (account, words) -> Content.of(account.account().value())),
            new Column<>("accounts.outcome", 14, (account, words) -> outcome(account, words)),
            new Column<>("accounts.error", 70, (account, words) -> Content.text(account.error())),
            Column.number(
                    "accounts.stores",
                    10,
                    (account, words) -> reported(account, a -> a.stores().size())),
            Column.number(
                    "accounts.files",
                    10,
                    (account, words) -> reported(account, a -> a.files().size())),
            Column.number("accounts.rows", 14, (account, words) -> reported(account, AccountOutcome::rows)),
            Column.number("accounts.accepted", 14, (account, words) -> reported(account, AccountOutcome::accepted)),
            Column.number("accounts.rejected", 14, (account, words) -> reported(account, AccountOutcome::rejected)));

    private AccountsSheet() {}

    static void write(Book book, Portfolio portfolio) {
        Page page = book.page(NAME, List.of(COLUMNS));
        page.title(page.text(NAME));
        if (portfolio.accounts().isEmpty()) {
            page.line(page.text("sheet.accounts.empty"));
            return;
        }
        page.table("Accounts", COLUMNS, portfolio.accounts());
    }

    private static Content outcome(AccountOutcome account, ReportWords words) {
        boolean reported = account.isReported();
        return new Content.Marked(
                words.messages().text(reported ? "sheet.accounts.reported" : "sheet.accounts.failed"),
                reported ? Tone.GOOD : Tone.BAD);
    }

    /** Nothing for an account that failed: what it has is not known. */
    private static Content reported(AccountOutcome account, ToLongFunction<AccountOutcome> count) {
        return account.isReported() ? Content.of(count.applyAsLong(account)) : Content.nothing();
    }
}
