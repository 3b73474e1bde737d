package redflag.report;

import java.util.List;
import redflag.basics.Remark;

/** What the exports gave and did not give; the rejected rows have a sheet of their own. */
final class DataQualitySheet {

    static final String NAME = "sheet.data-quality";

    static final List<Column<MissingExport>> MISSING = List.of(
            new Column<>(
                    "missing.export",
                    48,
                    (missing, words) -> Content.of(words.messages().said(missing.name()))),
            new Column<>(
                    "missing.where",
                    46,
                    (missing, words) -> Content.of(words.messages().said(missing.where()))),
            new Column<>(
                    "missing.metrics",
                    36,
                    (missing, words) -> Content.of(NextSteps.metrics(missing.metrics(), words))));

    static final List<Column<QuarantinedFile>> QUARANTINED = List.of(
            new Column<>("quarantined.file", 48, (file, words) -> Content.of(file.file())),
            new Column<>("quarantined.why", 46, (file, words) -> Content.of(words.remark(file.why()))),
            new Column<>("quarantined.expected", 36, (file, words) -> Content.yesOrNo(file.expected(), words)));

    static final List<Column<Remark>> WARNINGS =
            List.of(new Column<>("warnings.text", 48, (warning, words) -> Content.of(words.remark(warning))));

    static final List<Column<FileRead>> FILES = List.of(
            new Column<>("files.file", 48, (file, words) -> Content.of(file.file())),
            new Column<>(
                    "files.kind",
                    46,
                    (file, words) -> Content.of(words.messages().said(file.kindName()))),
            new Column<>("files.sha256", 36, (file, words) -> Content.of(file.sha256())),
            new Column<>("files.charset", 12, (file, words) -> Content.of(file.charset())),
            Column.number("files.rows", 10, (file, words) -> Content.of(file.rows())),
            Column.number("files.accepted", 10, (file, words) -> Content.of(file.accepted())),
            Column.number("files.rejected", 10, (file, words) -> Content.of(file.rejected())));

    static final List<Column<ExportAge>> AGES = List.of(
            new Column<>(
                    "ages.export",
                    48,
                    (age, words) -> Content.of(words.messages().said(age.name()))),
            new Column<>(
                    "ages.level",
                    46,
                    (age, words) -> Content.of(words.messages().text("freshness." + age.level()))),
            new Column<>(
                    "ages.by",
                    36,
                    (age, words) -> Content.of(
                            words.messages().text(age.byFileTime() ? "freshness.by-file" : "freshness.by-rows"))),
            new Column<>("ages.newest", 12, (age, words) -> Content.of(age.newest())),
            Column.number("ages.behind", 10, (age, words) -> Content.of(age.daysBehind())));

    private DataQualitySheet() {}

    static void write(Book book, RiskReport report) {
        DataQuality quality = report.dataQuality();
        Page page = book.page(NAME, List.of(AGES, MISSING, QUARANTINED, WARNINGS, FILES));
        page.title(page.text(NAME));
        section(page, "ages", "Freshness", AGES, quality.ages());
        section(page, "missing", "MissingExports", MISSING, quality.missing());
        section(page, "quarantined", "QuarantinedFiles", QUARANTINED, quality.quarantined());
        section(page, "warnings", "Warnings", WARNINGS, quality.warnings());
        section(page, "files", "FilesRead", FILES, quality.files());
    }

    private static <R> void section(Page page, String key, String name, List<Column<R>> columns, List<R> rows) {
        page.section(page.text("sheet.data-quality." + key));
        if (rows.isEmpty()) {
            page.line(page.text("sheet.data-quality." + key + ".empty"));
        } else {
            page.table(name, columns, rows);
        }
        page.gap();
    }
}
