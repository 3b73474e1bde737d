package redflag.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import redflag.basics.StoreId;
import redflag.plan.Reason;

/**
 * Where the agency keeps its reports and what it has submitted: {@code <reports>/<as-of>/<store>/…json} and
 * {@code <submissions>/<store>/} with letters as .docx, .txt or .md. Either may be missing.
 */
public final class Shelf {

    private final Path reports;
    private final Submissions submissions;
    private final List<String> remarks = new ArrayList<>();

    public Shelf(Path reports, Submissions submissions) {
        this.reports = reports;
        this.submissions = submissions;
    }

    /**
     * @param draft is no submission, also where it lies among them
     * @param letter what it says
     * @param asOf later reports are passed over
     */
    public Background backgroundOf(StoreId store, Reason reason, Path draft, Letter letter, Optional<LocalDate> asOf)
            throws IOException {
        remarks.clear();
        List<Dated> copies = copies(store.value(), asOf);
        StatedDays stated = StatedDays.of(letter, reason);
        Held held = held(copies, stated, reason);
        List<Background.Filed> earlier = new ArrayList<>();
        List<Background.Filed> others = new ArrayList<>();
        for (Path ofStore : submissions.stores()) {
            String name = String.valueOf(ofStore.getFileName());
            for (Background.Filed filed : letters(ofStore, draft)) {
                if (!name.equals(store.value())) {
                    others.add(filed);
                } else if (Submissions.isAbout(filed.letter(), reason)) {
                    earlier.add(filed);
                }
            }
        }
        others.addAll(plansOfOthers(store, reason));
        return new Background(
                held.report(),
                held.choice(),
                stated.asOf(),
                asOf.or(() -> copies.stream().findFirst().map(Dated::asOf)),
                earlier,
                others,
                remarks);
    }

    private record Held(Optional<StoreReport> report, Background.Choice choice) {}

    /** @param copies the newest first */
    private Held held(List<Dated> copies, StatedDays stated, Reason reason) {
        Optional<Dated> ofDay = copies.stream()
                .filter(copy -> stated.asOf().equals(Optional.of(copy.asOf())))
                .findFirst();
        if (ofDay.isPresent()) {
            return new Held(report(ofDay.get(), reason), Background.Choice.STATED_DAY);
        }
        Optional<StoreReport> newest = copies.stream().findFirst().flatMap(copy -> report(copy, reason));
        if (newest.isEmpty() || stated.isOf(newest.get())) {
            return new Held(newest, Background.Choice.NEWEST);
        }
        return copies.stream()
                .skip(1)
                .filter(copy -> stated.mayBeOf(copy.asOf()))
                .flatMap(copy -> report(copy, reason).stream())
                .filter(stated::isOf)
                .findFirst()
                .map(report -> new Held(Optional.of(report), Background.Choice.STATED_WINDOW))
                .orElse(new Held(newest, Background.Choice.NEWEST));
    }

    private List<Background.Filed> letters(Path ofStore, Path draft) throws IOException {
        List<Background.Filed> letters = new ArrayList<>();
        for (Path file : Submissions.letters(ofStore)) {
            if (Files.exists(draft) && Files.isSameFile(file, draft)) {
                continue;
            }
            String store = String.valueOf(ofStore.getFileName());
            try {
                Letter letter = LetterFile.read(file);
                letters.add(new Background.Filed(store, store + "/" + letter.name(), letter));
            } catch (UnreadableLetter e) {
                remarks.add(String.valueOf(e.getMessage()));
            }
        }
        return letters;
    }

    private record Dated(LocalDate asOf, Path file) {}

    private Optional<StoreReport> report(Dated copy, Reason reason) {
        try {
            return Optional.of(StoreReport.read(copy.file(), copy.asOf(), reason));
        } catch (UnreadableLetter e) {
            remarks.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The drafted plans of other stores, where their machine copies hold the paragraphs. */
    private List<Background.Filed> plansOfOthers(StoreId store, Reason reason) throws IOException {
        List<Background.Filed> plans = new ArrayList<>();
        List<String> stores = new ArrayList<>();
        for (LocalDate night : nights()) {
            for (Path folder : Submissions.list(reports.resolve(night.toString()))) {
                String name = String.valueOf(folder.getFileName());
                if (name.equals(store.value()) || stores.contains(name)) {
                    continue;
                }
                Optional<Dated> copy = copy(night, name);
                if (copy.isPresent()) {
                    stores.add(name);
                    report(copy.get(), reason)
                            .map(StoreReport::plan)
                            .filter(letter -> letter.items().findAny().isPresent())
                            .ifPresent(letter -> plans.add(new Background.Filed(name, letter.name(), letter)));
                }
            }
        }
        return plans;
    }

    /** The newest first. */
    private List<Dated> copies(String store, Optional<LocalDate> asOf) throws IOException {
        return nights().stream()
                .filter(night -> asOf.filter(night::isAfter).isEmpty())
                .flatMap(night -> copy(night, store).stream())
                .toList();
    }

    private Optional<Dated> copy(LocalDate night, String store) {
        Path file =
                reports.resolve(night.toString()).resolve(store).resolve(store + "-account-health-" + night + ".json");
        return Files.isRegularFile(file) ? Optional.of(new Dated(night, file)) : Optional.empty();
    }

    /** The newest first. */
    private List<LocalDate> nights() throws IOException {
        if (!Files.isDirectory(reports)) {
            return List.of();
        }
        return Submissions.list(reports).stream()
                .map(folder -> String.valueOf(folder.getFileName()))
                .flatMap(name -> day(name).stream())
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.parse(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
