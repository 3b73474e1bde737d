package redflag.documents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redflag.basics.Remark;
import redflag.ledger.DocumentRow;
import redflag.ledger.StoreLedger;
import redflag.notices.Notice;
import redflag.notices.NoticeKind;
import redflag.notices.Notices;

/**
 * The papers of a store as of a day, and what its notices ask for.
 *
 * @param all by file and row of the register
 * @param checklists one for each open notice of a known reason, by the id of the notice, in the order of the notices
 * @param readiness what Amazon verifies a seller by, of an account that has nothing listed and has sold nothing, as far as
 *     is on file, and whose papers have begun to be kept; missing of any other
 * @param warnings what is wrong with the register
 */
public record Documents(
        List<Document> all, Map<String, Checklist> checklists, Optional<Checklist> readiness, List<Remark> warnings) {

    public Documents {
        all = List.copyOf(all);
        checklists = Collections.unmodifiableMap(new LinkedHashMap<>(checklists));
        warnings = List.copyOf(warnings);
    }

    /** Of a store of which none is on file. */
    public static Documents none() {
        return new Documents(List.of(), Map.of(), Optional.empty(), List.of());
    }

    /** The papers that the register names, and what is seen of their files from outside. */
    public static List<Document> read(StoreLedger ledger, DocumentFolder folder) {
        return ledger.documents().stream()
                .map(row -> new Document(
                        row, row.kind().code().flatMap(DocumentKind::of), folder.look(ledger.store(), row.file())))
                .toList();
    }

    /** @param notices of the same store */
    public static Documents of(StoreLedger ledger, Notices notices, DocumentFolder folder) {
        List<Document> all = read(ledger, folder);
        Checklists checklists = Checklists.of(ledger, all);
        Map<String, Checklist> byNotice = new LinkedHashMap<>();
        for (Notice notice : notices.open()) {
            notice.kind().ifPresent(kind -> byNotice.put(notice.row().id(), checklists.of(kind, Optional.of(notice))));
        }
        Optional<Checklist> readiness = !all.isEmpty() && isNew(ledger)
                ? Optional.of(checklists.of(NoticeKind.VERIFICATION, Optional.empty()))
                : Optional.empty();
        return new Documents(all, byNotice, readiness, warnings(all, notices));
    }

    /** Whether nothing on file tells of anything listed or sold. */
    private static boolean isNew(StoreLedger ledger) {
        boolean hasBegun = ledger.store()
                .sellerSince()
                .filter(day -> !day.isAfter(ledger.asOf()))
                .isPresent();
        return !hasBegun
                && ledger.orders().size() == 0
                && ledger.orderRowsRejected() == 0
                && ledger.products().isEmpty()
                && ledger.printed().stream()
                        .noneMatch(figure -> figure.rate().isPresent()
                                || figure.total().filter(total -> total > 0).isPresent());
    }

    /** Whether there is anything to tell. */
    public boolean isEmpty() {
        return all.isEmpty()
                && checklists.values().stream()
                        .allMatch(checklist -> checklist.items().isEmpty());
    }

    private static List<Remark> warnings(List<Document> all, Notices notices) {
        Set<String> known =
                notices.all().stream().map(notice -> notice.row().id()).collect(Collectors.toSet());
        List<Remark> warnings = new ArrayList<>();
        for (Document document : all) {
            DocumentRow row = document.row();
            row.notices().stream()
                    .filter(id -> !known.contains(id))
                    .forEach(id -> warnings.add(new Remark(
                            "warning.document-of-no-notice",
                            Map.of(
                                    "id", row.id(),
                                    "notice", id,
                                    "file", row.source().file(),
                                    "row", Integer.toString(row.source().row())))));
        }
        return warnings;
    }
}
