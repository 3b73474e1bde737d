package redflag.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Files files = new Files(report, pack, sink);
        files.letters(pack.english(), Messages.forLanguage(PlanLibrary.ENGLISH), true);
        if (pack.reading().isPresent()) {
            files.letters(
                    pack.reading().get(), Messages.forLanguage(report.store().language()), false);
        }
        files.evidence();
        return files.overview();
    }

    /** One file of a pack. @param key says in words what it is: {@code pack.file.<key>} */
    record Entry(String name, String key, String title) {}

    /** The files of one pack being written. */
    private static final class Files {

        private final RiskReport report;
        private final Pack pack;
        private final Sink sink;
        private final List<Entry> written = new ArrayList<>();

        Files(RiskReport report, Pack pack, Sink sink) {
            this.report = report;
            this.pack = pack;
            this.sink = sink;
        }

        private String name(String what, String ending) {
            return folder(report, pack) + "-" + what + "-" + report.asOf() + ending;
        }

        void letters(Pack.Letters letters, Messages messages, boolean isEnglish) throws IOException {
            String ending =
                    isEnglish ? "-internal.docx" : "-internal-" + report.store().language() + ".docx";
            Optional<Plan> plan = letters.plan();
            if (plan.isPresent()) {
                PlanDocument.Copy copy = isEnglish ? PlanDocument.Copy.WORKING : PlanDocument.Copy.READING;
                letter(plan.get(), copy, messages, name("letter", ending), isEnglish ? "letter" : "reading");
                if (isEnglish && plan.get().toConfirm() == 0) {
                    letter(plan.get(), PlanDocument.Copy.SUBMISSION, messages, name("letter", ".docx"), "submission");
                }
            }
            for (SideLetter side : letters.beside()) {
                String name = name(side.id(), ending);
                SideLetterDocument.write(report, side, messages, sink, name);
                String key = side.forALawyer() ? "lawyer" : "side";
                written.add(new Entry(name, isEnglish ? key : "reading", side.title()));
            }
        }

        private void letter(Plan plan, PlanDocument.Copy copy, Messages messages, String name, String key)
                throws IOException {
            PlanDocument document = plan.reason().isOfARate()
                    ? new PlanDocument(report, plan, copy, messages)
                    : new PlanDocument(report, plan, copy, messages, pack.measures(), orders());
            document.write(sink, name);
            written.add(new Entry(name, key, plan.title()));
        }

        private Map<Source, String> orders() {
            Map<Source, String> orders = new HashMap<>();
            pack.evidence().lines().forEach(line -> orders.put(line.source(), line.orderId()));
            return orders;
        }

        void evidence() throws IOException {
            if (pack.evidence().lines().isEmpty()) {
                return;
            }
            String name = name("evidence", ".csv");
            ReportWords words =
                    new ReportWords(Messages.forLanguage(report.store().language()));
            EvidenceCsv.write(name, PackEvidence.COLUMNS, pack.evidence().lines(), words, sink);
            written.add(new Entry(name, "evidence", words.messages().text("pack.evidence")));
        }

        List<String> overview() throws IOException {
            String name = name("overview", "-internal.docx");
            new PackOverview(report, pack, written).write(sink, name);
            List<String> names = new ArrayList<>(List.of(name));
            written.forEach(entry -> names.add(entry.name()));
            return names;
        }
    }
}
