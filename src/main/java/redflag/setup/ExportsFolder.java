package redflag.setup;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redflag.intake.FactsCache;
import redflag.intake.Inbox;
import redflag.intake.InboxFile;
import redflag.intake.Intake;
import redflag.job.JobDefinition;

/** The exports of a job as a night would come upon them, looked over once. */
final class ExportsFolder {

    private final JobDefinition job;
    private @Nullable Inbox inbox;

    ExportsFolder(JobDefinition job) {
        this.job = job;
    }

    Inbox inbox() throws IOException {
        Inbox known = inbox;
        if (known == null) {
            known = Inbox.lookOver(
                    job.exports(), job.stores(), job.reading(), new Intake(job.kinds()), FactsCache.none());
            inbox = known;
        }
        return known;
    }

    /** Those that a night would read. */
    List<InboxFile> files() throws IOException {
        return Stream.concat(inbox().files().values().stream().flatMap(List::stream), inbox().shared().stream())
                .toList();
    }
}
