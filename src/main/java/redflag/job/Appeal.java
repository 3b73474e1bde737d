package redflag.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import redflag.basics.AccountId;
import redflag.basics.Store;
import redflag.basics.StoreId;
import redflag.history.NightKey;
import redflag.history.Nights;
import redflag.intake.FactsCache;
import redflag.ledger.FileFacts;
import redflag.notices.Notice;
import redflag.packs.Pack;
import redflag.packs.PackRequest;
import redflag.past.Past;
import redflag.report.PackDocuments;
import redflag.report.ReportFolder;

/**
 * Makes packs from the exports and desk files as they lie in the inbox, apart from any night: nothing is looked up in the
 * database or put into it. They go to {@code <reports>/appeals/<as-of>/<store>/}.
 */
public final class Appeal {

    private final JobDefinition job;
    private final Instant now;

    public Appeal(JobDefinition job, Instant now) {
        this.job = job;
        this.now = now;
    }

    /** What came of it. */
    public sealed interface Answer {

        /** @param hasReport whether a night has reported the store */
        record Written(List<WrittenPack> packs, boolean hasReport) implements Answer {
            public Written {
                packs = List.copyOf(packs);
            }
        }

        /** @param known the notices that the store has */
        record NoSuchNotice(List<String> known) implements Answer {
            public NoSuchNotice {
                known = List.copyOf(known);
            }
        }

        /** The notice that is meant is about another reason. @param reason that one */
        record OfAnotherReason(String reason) implements Answer {}
    }

    /** @param files their names, the overview first */
    public record WrittenPack(Pack pack, Path folder, List<String> files) {
        public WrittenPack {
            files = List.copyOf(files);
        }
    }

    /**
     * @param asOf in place of the job's rule
     * @throws IOException if the inbox can't be read, or the packs can't be written
     */
    public Answer make(StoreId id, PackRequest request, Optional<LocalDate> asOf) throws IOException {
        LocalDate day = asOf.orElseGet(() -> job.asOf().asOf(now));
        NightPlanner planner = new NightPlanner(job, "", FactsCache.none());
        NightPlan plan = planner.plan(new NightKey(job.name(), day, 1, id.value()), Set.of(id), now, Map.of());
        AccountId account = job.stores().stream()
                .filter(store -> store.id().equals(id))
                .map(Store::account)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no store " + id));
        List<FileFacts> shared = planner.parts().stream()
                .filter(part -> part.account().equals(account))
                .map(Nights.SharedPart::facts)
                .toList();
        AccountNight.OfStore of = new AccountNight(plan, List.of(), FactsCache.none(), Optional.of(request))
                .stores(account, shared, Past.none(), new Cancellation())
                .get(0);
        Optional<Answer> wrong = request.notice().flatMap(notice -> wrong(of, request, notice));
        return wrong.isPresent() ? wrong.get() : write(of, id, day);
    }

    private static Optional<Answer> wrong(AccountNight.OfStore of, PackRequest request, String id) {
        List<Notice> all = of.report().notices().all();
        Optional<Notice> notice =
                all.stream().filter(one -> one.row().id().equals(id)).findFirst();
        if (notice.isEmpty()) {
            return Optional.of(new Answer.NoSuchNotice(
                    all.stream().map(one -> one.row().id()).toList()));
        }
        return notice.get()
                .kind()
                .filter(kind -> !request.kind().equals(Optional.of(kind)))
                .map(kind -> new Answer.OfAnotherReason(kind.word()));
    }

    private Answer write(AccountNight.OfStore of, StoreId id, LocalDate day) throws IOException {
        Path night = job.reports().resolve("appeals").resolve(day.toString());
        ReportFolder folder = new ReportFolder(job.reports(), night, "appeal-" + id);
        List<WrittenPack> written = new ArrayList<>();
        for (Pack pack : of.report().packs()) {
            String name = id + "/" + PackDocuments.folder(of.report(), pack);
            List<String> files = PackDocuments.write(of.report(), pack, folder.sink(name));
            written.add(new WrittenPack(pack, night.resolve(name), files));
        }
        folder.publish();
        folder.tidy();
        return new Answer.Written(written, hasReport(id));
    }

    private boolean hasReport(StoreId id) throws IOException {
        if (!Files.isDirectory(job.reports())) {
            return false;
        }
        try (Stream<Path> nights = Files.list(job.reports())) {
            return nights.filter(night -> !night.endsWith("appeals"))
                    .anyMatch(night -> Files.isDirectory(night.resolve(id.value())));
        }
    }
}
