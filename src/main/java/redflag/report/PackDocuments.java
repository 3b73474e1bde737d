package redflag.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import redflag.ledger.Source;
import redflag.packs.Pack;
import redflag.plan.Plan;
import redflag.plan.PlanLibrary;
import redflag.plan.SideLetter;
import redflag.words.Messages;

/**
 * Writes a pack: an overview in the language of the store's managers, the letter as a working copy and, once nothing is left
 * to confirm, as the one for Amazon, the letters beside it, each with a reading copy where managers read another language,
 * and the rows of the exports.
 */
public final class PackDocuments {

    private PackDocuments() {}

    /** The name of its folder, with which those of its files begin. */
    public static String folder(RiskReport report, Pack pack) {
        return report.store().id() + "-" + pack.name() + ReportFolder.PACK;
    }

    /** @return the names of its files, the overview first */
    public static List<String> write(RiskReport report, Pack pack, Sink sink) throws IOException {
        List<Entry> entries = entries(report, pack);
        for (Entry entry : entries) {
            entry.content().write(sink, entry.name());
        }
        String overview = overview(report, pack);
        new PackOverview(report, pack, entries).write(sink, overview);
        return Stream.concat(Stream.of(overview), entries.stream().map(Entry::name))
                .toList();
    }

    /** The name of the file that is read first. */
    public static String overview(RiskReport report, Pack pack) {
        return new Files(report, pack).name("overview", "-internal.docx");
    }

    /** All its files but the overview. */
    static List<Entry> entries(RiskReport report, Pack pack) {
        Files files = new Files(report, pack);
        files.letters(pack.english(), Messages.forLanguage(PlanLibrary.ENGLISH), true);
        pack.reading()
                .ifPresent(letters -> files.letters(
                        letters, Messages.forLanguage(report.store().language()), false));
        files.evidence();
        return List.copyOf(files.entries);
    }

    /** What a file of a pack is; in words {@code pack.file.<word>}. */
    enum Kind {
        LETTER,
        SUBMISSION,
        SIDE,
        LAWYER,
        READING,
        EVIDENCE;

        String key() {
            return "pack.file." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** One file of a pack. */
    record Entry(String name, Kind kind, String title, Content content) {}

    private interface Content {
        void write(Sink sink, String name) throws IOException;
    }

    /** The files of one pack. */
    private static final class Files {

        private final RiskReport report;
        private final Pack pack;
        private final List<Entry> entries = new ArrayList<>();

        Files(RiskReport report, Pack pack) {
            this.report = report;
            this.pack = pack;
        }

        String name(String what, String ending) {
            return folder(report, pack) + "-" + what + "-" + report.asOf() + ending;
        }

        void letters(Pack.Letters letters, Messages messages, boolean isEnglish) {
            String ending =
                    isEnglish ? "-internal.docx" : "-internal-" + report.store().language() + ".docx";
            letters.plan().ifPresent(plan -> {
                PlanDocument.Copy copy = isEnglish ? PlanDocument.Copy.WORKING : PlanDocument.Copy.READING;
                letter(plan, copy, messages, name("letter", ending), isEnglish ? Kind.LETTER : Kind.READING);
                if (isEnglish && plan.toConfirm() == 0) {
                    letter(plan, PlanDocument.Copy.SUBMISSION, messages, name("letter", ".docx"), Kind.SUBMISSION);
                }
            });
            for (SideLetter side : letters.beside()) {
                Kind kind = side.forALawyer() ? Kind.LAWYER : Kind.SIDE;
                entries.add(new Entry(
                        name(side.id(), ending),
                        isEnglish ? kind : Kind.READING,
                        side.title(),
                        (sink, name) -> SideLetterDocument.write(report, side, messages, sink, name)));
            }
        }

        private void letter(Plan plan, PlanDocument.Copy copy, Messages messages, String name, Kind kind) {
            PlanDocument document = plan.reason().isOfARate()
                    ? new PlanDocument(report, plan, copy, messages)
                    : new PlanDocument(report, plan, copy, messages, pack.measures(), orders());
            entries.add(new Entry(name, kind, plan.title(), document::write));
        }

        private Map<Source, String> orders() {
            Map<Source, String> orders = new HashMap<>();
            pack.evidence().lines().forEach(line -> {
                orders.put(line.source(), line.orderId());
                line.further().forEach(source -> orders.put(source, line.orderId()));
            });
            return orders;
        }

        void evidence() {
            if (pack.evidence().lines().isEmpty()) {
                return;
            }
            ReportWords words =
                    new ReportWords(Messages.forLanguage(report.store().language()));
            entries.add(new Entry(
                    name("evidence", "-internal.csv"),
                    Kind.EVIDENCE,
                    words.messages().text("pack.evidence"),
                    (sink, name) -> EvidenceCsv.write(
                            name, PackEvidence.COLUMNS, pack.evidence().lines(), words, sink)));
        }
    }
}
