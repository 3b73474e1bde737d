package redflag.documents;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import redflag.basics.Registered;
import redflag.basics.Remark;
import redflag.documents.ChecklistItem.Fault;
import redflag.documents.ChecklistItem.Paper;
import redflag.documents.ChecklistItem.State;
import redflag.ledger.DocumentRow;

/**
 * Holds one paper against what is asked for.
 *
 * @param from the day that ages are counted back from
 * @param isFromNotice whether that is the day on which a notice came
 * @param asOf the day of the report: what has expired before it is no longer valid
 * @param orders so many the notice names
 */
record PaperCheck(Registered account, LocalDate from, boolean isFromNotice, LocalDate asOf, long orders) {

    /** The smaller of the two sizes that are called 10 MB. */
    private static final long TEN_MEGABYTES = 10_000_000;

    private static final Set<String> DOCUMENT_OR_PICTURE = Set.of("pdf", "jpg", "jpeg", "png", "gif");

    Paper of(Document document, Need need) {
        List<Fault> faults = new ArrayList<>();
        List<Remark> remarks = new ArrayList<>();
        file(document.file(), need, faults);
        dates(document.row(), need, faults, remarks);
        names(document.row(), need, faults, remarks);
        faults.sort(Comparator.comparing(Fault::state).reversed());
        return new Paper(document, faults, remarks);
    }

    private static void file(DocumentFile file, Need need, List<Fault> faults) {
        if (file.state() != DocumentFile.State.THERE) {
            faults.add(new Fault(
                    State.FILE_MISSING,
                    new Remark("document.file", Map.of("state", file.state().name(), "path", file.path()))));
            return;
        }
        if (file.bytes() == 0) {
            faults.add(new Fault(State.WRONG_FORM, Remark.of("document.empty")));
        }
        if (need.checks(Need.Check.DOCUMENT_OR_PICTURE) && !DOCUMENT_OR_PICTURE.contains(file.type())) {
            faults.add(new Fault(State.WRONG_FORM, Remark.of("document.type", "path", file.path())));
        }
        if (need.checks(Need.Check.SMALL) && file.bytes() >= TEN_MEGABYTES) {
            faults.add(new Fault(State.WRONG_FORM, Remark.of("document.large", "bytes", file.bytes())));
        }
    }

    private void dates(DocumentRow row, Need need, List<Fault> faults, List<Remark> remarks) {
        row.expires()
                .filter(day -> day.isBefore(asOf))
                .ifPresent(day -> faults.add(new Fault(State.EXPIRED, Remark.of("document.expired", "day", day))));
        if (row.issued().isEmpty()) {
            if (need.mostDays() > 0) {
                faults.add(new Fault(State.NOT_KNOWN, Remark.of("document.no-date", "days", (long) need.mostDays())));
            }
            return;
        }
        LocalDate issued = row.issued().get();
        long age = ChronoUnit.DAYS.between(issued, from);
        if (age < 0) {
            Remark after = new Remark("document.after-notice", Map.of("day", issued, "days", -age));
            if (need.checks(Need.Check.BEFORE_NOTICE)) {
                faults.add(new Fault(State.DATED_AFTER_NOTICE, after));
            } else {
                remarks.add(after);
            }
        }
        if (need.mostDays() > 0 && age > need.mostDays()) {
            faults.add(new Fault(
                    State.TOO_OLD,
                    new Remark(
                            isFromNotice ? "document.too-old" : "document.too-old-today",
                            Map.of("day", issued, "age", age, "days", (long) need.mostDays()))));
        }
        long today = ChronoUnit.DAYS.between(issued, asOf);
        boolean agesOn = need.mostDays() > 0 && !need.checks(Need.Check.BEFORE_NOTICE);
        if (agesOn && age <= need.mostDays() && today > need.mostDays()) {
            remarks.add(new Remark(
                    "document.older-by-now", Map.of("age", age, "today", today, "days", (long) need.mostDays())));
        }
    }

    private void names(DocumentRow row, Need need, List<Fault> faults, List<Remark> remarks) {
        if (need.checks(Need.Check.NAME)) {
            alike("name", row.name(), account.name(), faults, remarks);
        }
        if (need.checks(Need.Check.CONTACT)) {
            alike("contact", row.name(), account.contact(), faults, remarks);
        }
        if (need.checks(Need.Check.ADDRESS)) {
            alike("address", row.address(), account.address(), faults, remarks);
        }
        if (need.checks(Need.Check.BUYER)) {
            alike("buyer", row.buyer().or(row::name), account.name(), faults, remarks);
            if (row.address().isPresent()) {
                alike("address", row.address(), account.address(), faults, remarks);
            }
        }
        if (need.checks(Need.Check.SUPPLIER) && row.supplier().isEmpty()) {
            faults.add(new Fault(State.NOT_KNOWN, Remark.of("document.no-supplier")));
        }
    }

    /** What is not on both sides is not compared, and no fault. */
    private static void alike(
            String what, Optional<String> paper, Optional<String> account, List<Fault> faults, List<Remark> remarks) {
        if (paper.isEmpty() || account.isEmpty()) {
            remarks.add(new Remark(
                    "document.not-compared", Map.of("what", what, "missing", account.isEmpty() ? "account" : "paper")));
        } else if (!Likeness.folded(paper.get()).equals(Likeness.folded(account.get()))) {
            faults.add(new Fault(
                    State.UNLIKE,
                    new Remark(
                            "document.unlike", Map.of("what", what, "paper", paper.get(), "account", account.get()))));
        }
    }
}
