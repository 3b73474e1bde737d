package redflag.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redflag.basics.AccountId;
import redflag.packs.Pack;
import redflag.report.HeldOpen;
import redflag.report.PackDocuments;
import redflag.report.PackInBrief;
import redflag.report.ReportFolder;
import redflag.report.ReportWords;
import redflag.report.ReportWriter;
import redflag.report.RiskReport;
import redflag.report.StoreOutcome;
import redflag.words.Messages;

/** Writes the reports and packs of an account. */
final class AccountFiles {

    private final NightPlan plan;
    private final List<ReportWriter> writers;

    AccountFiles(NightPlan plan, List<ReportWriter> writers) {
        this.plan = plan;
        this.writers = writers;
    }

    /**
     * All reports of the account are whole before the first is moved into place.
     *
     * @param held takes what a program held open
     */
    List<StoreOutcome> write(AccountId account, List<AccountNight.OfStore> stores, List<HeldOpen> held)
            throws IOException {
        Path reportsFolder = Path.of(plan.reports());
        Path night = NightPlanner.reportsOf(plan);
        ReportFolder folder = new ReportFolder(reportsFolder, night, account.value());
        List<List<String>> written = new ArrayList<>();
        for (AccountNight.OfStore of : stores) {
            RiskReport report = of.report();
            String store = report.store().id().value();
            List<String> files = new ArrayList<>();
            for (ReportWriter writer : writers) {
                for (String name : writer.write(report, folder.sink(store))) {
                    files.add(folder.pathOf(night.resolve(store).resolve(name)));
                }
            }
            written.add(files);
            for (Pack pack : report.packs()) {
                PackDocuments.write(report, pack, folder.sink(store + "/" + PackDocuments.folder(report, pack)));
            }
        }
        held.addAll(folder.publish());
        Map<String, String> elsewhere = held.stream().collect(Collectors.toMap(HeldOpen::file, HeldOpen::written));
        ReportWords words = new ReportWords(Messages.forLanguage(plan.language()));
        List<StoreOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            List<String> files = written.get(i).stream()
                    .map(file -> elsewhere.getOrDefault(file, file))
                    .toList();
            RiskReport report = stores.get(i).report();
            List<PackInBrief> packs = report.packs().stream()
                    .map(pack -> brief(report, pack, night, folder, elsewhere))
                    .toList();
            outcomes.add(StoreOutcome.of(report, stores.get(i).links(), files, packs, words));
        }
        return outcomes;
    }

    private PackInBrief brief(
            RiskReport report, Pack pack, Path night, ReportFolder folder, Map<String, String> elsewhere) {
        Path of = night.resolve(report.store().id().value()).resolve(PackDocuments.folder(report, pack));
        String overview = folder.pathOf(of.resolve(PackDocuments.overview(report, pack)));
        return PackInBrief.of(
                pack,
                folder.pathOf(of),
                elsewhere.getOrDefault(overview, overview),
                Messages.forLanguage(plan.language()));
    }
}
