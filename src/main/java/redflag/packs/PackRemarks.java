package redflag.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.basics.Period;
import redflag.basics.Remark;
import redflag.notices.Clock;
import redflag.notices.Notice;
import redflag.notices.NoticeKind;

/** What is to be known of a pack before anything in it is used. */
final class PackRemarks {

    private PackRemarks() {}

    /** @param over where there is no notice those of the kind that are over */
    static List<Remark> of(
            Optional<Notice> notice, Optional<NoticeKind> kind, List<Notice> over, Evidence evidence, LocalDate asOf) {
        List<Remark> remarks = new ArrayList<>();
        if (notice.isEmpty()) {
            remarks.add(over.isEmpty() ? Remark.of("pack.no-notice") : noneOpen(over));
        }
        notice.ifPresent(of -> {
            clock(of, asOf).ifPresent(remarks::add);
            if (of.row().received().isEmpty()) {
                remarks.add(Remark.of("pack.no-day"));
            }
            remarks.addAll(of.remarks());
        });
        if (kind.isEmpty()) {
            remarks.add(Remark.of(
                    "pack.unknown-reason",
                    "word",
                    notice.flatMap(of -> of.row().kind().asWritten()).orElse("")));
        }
        exports(evidence, remarks);
        return remarks;
    }

    private static Remark noneOpen(List<Notice> over) {
        return new Remark(
                "pack.none-open",
                Map.of(
                        "count",
                        (long) over.size(),
                        "notices",
                        over.stream().map(of -> of.row().id()).collect(Collectors.joining(", "))));
    }

    private static Optional<Remark> clock(Notice notice, LocalDate asOf) {
        Clock clock = notice.clock();
        return switch (clock.state()) {
            case OVERDUE ->
                clock.day()
                        .map(day -> new Remark(
                                "pack.overdue",
                                Map.of(
                                        "day",
                                        day,
                                        "days",
                                        asOf.toEpochDay() - day.toEpochDay(),
                                        "stated",
                                        clock.stated() ? "yes" : "no")));
            case NO_APPEAL -> Optional.of(Remark.of("pack.no-appeal"));
            case NOTHING_TO_SUBMIT -> Optional.of(Remark.of("pack.nothing-to-submit"));
            case WITH_AMAZON -> Optional.of(Remark.of("pack.with-amazon"));
            case OVER -> Optional.of(Remark.of("pack.over"));
            case DUE, NOT_KNOWN -> Optional.empty();
        };
    }

    private static void exports(Evidence evidence, List<Remark> remarks) {
        boolean isAsked =
                !evidence.listings().isEmpty() || !evidence.unknownOrders().isEmpty();
        if (evidence.cover().isEmpty() && isAsked) {
            remarks.add(Remark.of("pack.no-orders"));
            return;
        }
        evidence.cover()
                .ifPresent(cover -> evidence.listings().stream()
                        .filter(of -> of(of, evidence).noneMatch(line -> cover.contains(line.placed())))
                        .forEach(of -> remarks.add(notSold(of, cover))));
        evidence.listings().forEach(of -> since(of, evidence).ifPresent(remarks::add));
        if (!evidence.unknownOrders().isEmpty()) {
            remarks.add(new Remark(
                    "pack.unknown-orders",
                    Map.of(
                            "count",
                            (long) evidence.unknownOrders().size(),
                            "orders",
                            String.join(", ", evidence.unknownOrders()))));
        }
    }

    private static Stream<Evidence.Line> of(Evidence.ListingFigures listing, Evidence evidence) {
        return evidence.lines().stream().filter(line -> line.listing().equals(listing.listing()));
    }

    /** Of orders placed after the day the notice came. */
    private static Optional<Remark> since(Evidence.ListingFigures listing, Evidence evidence) {
        List<Evidence.Line> later =
                of(listing, evidence).filter(Evidence.Line::isAfterNotice).toList();
        long orders = later.stream().map(Evidence.Line::orderId).distinct().count();
        return later.stream()
                .map(Evidence.Line::placed)
                .max(Comparator.naturalOrder())
                .map(last -> new Remark(
                        "pack.sold-since", Map.of("listing", listing.listing(), "count", orders, "day", last)));
    }

    private static Remark notSold(Evidence.ListingFigures of, Period cover) {
        return new Remark(
                of.isAtLeast() ? "pack.not-seen" : "pack.never-sold",
                Map.of("listing", of.listing(), "from", cover.from(), "to", cover.to()));
    }
}
