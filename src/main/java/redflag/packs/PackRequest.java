package redflag.packs;

import java.util.List;
import java.util.Optional;
import redflag.notices.Clock;
import redflag.notices.Notice;
import redflag.notices.NoticeKind;
import redflag.notices.Notices;

/**
 * Which packs are made.
 *
 * @param kind the reason that somebody asks a pack for; missing for those of a night
 * @param notice the one that is meant; missing for all open ones of the reason
 */
public record PackRequest(Optional<NoticeKind> kind, Optional<String> notice) {

    /** One for each notice that something is to be done about. */
    public static PackRequest ofANight() {
        return new PackRequest(Optional.empty(), Optional.empty());
    }

    public static PackRequest of(NoticeKind kind, Optional<String> notice) {
        return new PackRequest(Optional.of(kind), notice);
    }

    /** Those that a pack is made for, in the order of the notices; none where the pack is one without a notice. */
    List<Notice> of(Notices notices) {
        if (kind.isEmpty()) {
            return notices.open().stream().filter(PackRequest::isToBeAnswered).toList();
        }
        if (notice.isPresent()) {
            return notices.all().stream()
                    .filter(one -> notice.get().equals(one.row().id()))
                    .toList();
        }
        return notices.open().stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /** Those of the reason that are over. */
    List<Notice> over(Notices notices) {
        return notices.all().stream()
                .filter(one -> one.kind().equals(kind) && !one.isOpen())
                .toList();
    }

    private static boolean isToBeAnswered(Notice notice) {
        return notice.clock().state() != Clock.State.WITH_AMAZON;
    }
}
