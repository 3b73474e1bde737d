package redflag.sample;

import java.io.IOException;
import java.time.LocalDate;

/** A US account that has nothing listed yet; its utility bill is older than 90 days. */
final class Olive {

    private Olive() {}

    static void write(ExportFolder folder, PaperFiles papers) throws IOException {
        folder.put("documents.csv", register().csv("\r\n"));
        papers.put("olive", "passport.pdf");
        papers.put("olive", "licence.pdf");
        papers.put("olive", "water-august.pdf");
    }

    private static Table register() {
        return PaperFiles.register()
                .add(
                        "OD-1",
                        "",
                        "passport",
                        "passport.pdf",
                        day("2021-05-01"),
                        day("2031-04-30"),
                        "Olive Marsh",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "")
                .add(
                        "OD-2",
                        "",
                        "business licence",
                        "licence.pdf",
                        day("2026-10-12"),
                        "",
                        "Olive Linen LLC",
                        "4 Flax Lane; Salem OR 97301",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "")
                .add(
                        "OD-3",
                        "",
                        "utility bill",
                        "water-august.pdf",
                        day("2026-08-20"),
                        "",
                        "Olive Linen LLC",
                        "4 Flax Lane; Salem OR 97301",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
