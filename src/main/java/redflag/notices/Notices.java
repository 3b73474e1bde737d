package redflag.notices;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import redflag.basics.DaysAhead;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.ledger.ListedProduct;
import redflag.ledger.NewestProducts;
import redflag.ledger.NoticeRow;
import redflag.ledger.StoreLedger;
import redflag.rules.Target;

/**
 * The notices of a store as of a day: rules with their sources in src/docs/notices.md.
 *
 * @param all those due soonest first; what is over comes last
 * @param alike kinds of which there are several, in the order of the kinds
 */
public record Notices(List<Notice> all, List<Alike> alike) {

    /** For so long Amazon counts a violation where no target says otherwise. */
    private static final int DAYS_COUNTED = 180;

    private static final int DAYS_OF_A_REVIEW = 30;

    public Notices {
        all = List.copyOf(all);
        alike = List.copyOf(alike);
    }

    /** Of a store of which none is on file. */
    public static Notices none() {
        return new Notices(List.of(), List.of());
    }

    /** @param targets in force in the store's marketplace on its as-of date: they have the limits of what repeats */
    public static Notices of(StoreLedger ledger, List<Target> targets) {
        List<Notice> all = ledger.notices().stream()
                .map(row -> notice(row, ledger, targets))
                .sorted(Comparator.comparing(
                                (Notice notice) -> notice.clock().due().orElse(LocalDate.MAX))
                        .thenComparing(notice -> notice.clock().state())
                        .thenComparing(
                                notice -> notice.row().received().orElse(LocalDate.MIN), Comparator.reverseOrder())
                        .thenComparing(notice -> notice.row().id()))
                .toList();
        boolean isAmazons = ledger.store().marketplace().isAmazons();
        return new Notices(all, isAmazons ? alike(all, ledger.asOf(), targets) : List.of());
    }

    /** Those that are not over. */
    public List<Notice> open() {
        return all.stream().filter(Notice::isOpen).toList();
    }

    private static Notice notice(NoticeRow row, StoreLedger ledger, List<Target> targets) {
        Optional<NoticeKind> kind = row.kind().code().flatMap(NoticeKind::of);
        List<Exchange> submitted = row.submitted().map(Exchange::parse).orElse(List.of());
        List<Exchange> answered = row.answered().map(Exchange::parse).orElse(List.of());
        Clock clock = Clock.of(row, kind, submitted, answered, ledger.store(), ledger.asOf());
        List<Remark> remarks = new ArrayList<>();
        if (clock.state() != Clock.State.OVER) {
            if (Clock.isAnswered(row, submitted, answered)) {
                Exchange.newest(answered).ifPresent(day -> remarks.add(Remark.of("notice.answered-since", "day", day)));
            }
            remarks.addAll(ofOpen(row, kind, ledger));
        }
        kind.filter(NoticeKind::isOfAPolicy)
                .filter(of -> ledger.store().marketplace().isAmazons())
                .flatMap(of -> row.received().map(day -> lastDayCounted(of, day, targets)))
                .map(last -> Remark.of(
                        last.isBefore(ledger.asOf()) ? "notice.counted-no-longer" : "notice.counted-until",
                        "day",
                        last))
                .ifPresent(remarks::add);
        return new Notice(row, kind, clock, submitted, answered, remarks);
    }

    private static List<Remark> ofOpen(NoticeRow row, Optional<NoticeKind> kind, StoreLedger ledger) {
        List<Remark> remarks = new ArrayList<>();
        row.deadlineAsWritten()
                .filter(written -> row.deadline().isEmpty())
                .ifPresent(written -> remarks.add(Remark.of("notice.deadline-is-no-day", "found", written)));
        if (!ledger.store().marketplace().isAmazons()) {
            return remarks;
        }
        kind.filter(NoticeKind::isReview)
                .flatMap(of -> row.received())
                .ifPresent(day -> remarks.add(Remark.of("notice.review-until", "day", day.plusDays(DAYS_OF_A_REVIEW))));
        kind.filter(NoticeKind.FUNDS_WITHHELD::equals).ifPresent(of -> remarks.add(Remark.of("notice.funds")));
        kind.filter(NoticeKind::isOfAPolicy)
                .flatMap(of -> goneFrom(row, ledger))
                .ifPresent(file -> remarks.add(Remark.of("notice.listings-gone", "file", file)));
        return remarks;
    }

    /** The listings report that has none of the listings which the notice names, if there is one. */
    private static Optional<String> goneFrom(NoticeRow row, StoreLedger ledger) {
        NewestProducts<ListedProduct> listings = ledger.products().listings();
        boolean isGone = !row.listings().isEmpty()
                && listings.bySku().values().stream()
                        .flatMap(offer -> Stream.concat(Stream.of(offer.sku()), offer.asin().stream()))
                        .noneMatch(row.listings()::contains);
        return listings.file().filter(file -> isGone);
    }

    private static List<Alike> alike(List<Notice> all, LocalDate asOf, List<Target> targets) {
        List<Alike> alike = new ArrayList<>();
        for (NoticeKind kind : NoticeKind.values()) {
            Period within = Period.window(asOf, daysCounted(kind, targets), 0);
            long count = all.stream()
                    .filter(notice -> notice.kind().equals(Optional.of(kind)))
                    .flatMap(notice -> notice.row().received().stream())
                    .filter(day -> !day.isBefore(within.from()) && !DaysAhead.isLater(day, asOf))
                    .count();
            Optional<Long> limit = targetsOf(kind, targets)
                    .flatMap(target -> target.repeatLimit().stream())
                    .min(Comparator.naturalOrder());
            if (count > 1) {
                alike.add(new Alike(kind, count, within, limit));
            }
        }
        return alike;
    }

    private static int daysCounted(NoticeKind kind, List<Target> targets) {
        return targetsOf(kind, targets)
                .map(Target::windowDays)
                .max(Comparator.naturalOrder())
                .orElse(DAYS_COUNTED);
    }

    private static LocalDate lastDayCounted(NoticeKind kind, LocalDate received, List<Target> targets) {
        return targetsOf(kind, targets)
                .map(target -> received.plusDays(target.lagDays() + target.windowDays() - 1L))
                .max(Comparator.naturalOrder())
                .orElse(received.plusDays(DAYS_COUNTED - 1L));
    }

    private static Stream<Target> targetsOf(NoticeKind kind, List<Target> targets) {
        return targets.stream().filter(target -> kind.metrics().contains(target.metric()));
    }
}
