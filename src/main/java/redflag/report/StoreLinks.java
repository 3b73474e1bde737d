package redflag.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redflag.documents.Document;
import redflag.documents.DocumentFile;
import redflag.documents.DocumentKind;
import redflag.documents.Documents;
import redflag.ledger.StoreLedger;
import redflag.notices.Notice;
import redflag.notices.Notices;
import redflag.words.Messages;

/**
 * What ties a store to those of other accounts: what it sells, what is complained of, and whose papers it has. It goes into
 * no letter.
 *
 * @param complaints notices that are not over and name listings or a rights owner
 * @param asins in capitals: what it offers or has sold, by its listings reports, inventories and orders on file
 * @param papers of its register
 * @param deeds of its actions files, but for what is too short to be anybody's own words
 */
public record StoreLinks(List<Complaint> complaints, Set<String> asins, List<Paper> papers, List<Deed> deeds) {

    public static final StoreLinks NONE = new StoreLinks(List.of(), Set.of(), List.of(), List.of());

    /** So many bytes of UTF-8 at least, which are some eight words of English, or thirteen characters of Chinese. */
    private static final int LEAST_WORDS = 40;

    public StoreLinks {
        complaints = List.copyOf(complaints);
        asins = Collections.unmodifiableSet(new TreeSet<>(asins));
        papers = List.copyOf(papers);
        deeds = List.copyOf(deeds);
    }

    /**
     * What was done, in the agency's own words.
     *
     * @param id of the action
     */
    public record Deed(String id, String words) {}

    /**
     * A notice.
     *
     * @param notice what the agency calls it by
     * @param reason in the language of the portfolio
     * @param asins in capitals; of a SKU that it names the ASIN, where the listings report tells it
     */
    public record Complaint(String notice, String reason, Set<String> asins, Optional<String> rightsOwner) {

        public Complaint {
            asins = Collections.unmodifiableSet(new TreeSet<>(asins));
        }
    }

    /**
     * A paper, by what the register says and what is seen of the file from outside.
     *
     * @param id what the agency calls it by
     * @param kind missing where nobody knows the word
     * @param bytes 0 where there is no file
     */
    public record Paper(
            String id,
            Optional<DocumentKind> kind,
            Optional<LocalDate> issued,
            Optional<String> name,
            Optional<String> address,
            Optional<String> supplier,
            long bytes) {}

    public static StoreLinks of(StoreLedger ledger, Notices notices, Documents documents, Messages messages) {
        Map<String, String> asinBySku = new TreeMap<>();
        Set<String> asins = new TreeSet<>();
        Stream.concat(
                        ledger.products().listings().bySku().values().stream()
                                .map(product -> Map.entry(product.sku(), product.asin())),
                        ledger.products().stock().bySku().values().stream()
                                .map(product -> Map.entry(product.sku(), product.asin())))
                .forEach(product -> product.getValue().map(StoreLinks::capitals).ifPresent(asin -> {
                    asins.add(asin);
                    asinBySku.putIfAbsent(capitals(product.getKey()), asin);
                }));
        Set<String> sold = new HashSet<>();
        ledger.orders().forEachItem((order, asin, sku, quantity, isCancelled) -> asin.ifPresent(sold::add));
        sold.forEach(asin -> asins.add(capitals(asin)));
        return new StoreLinks(
                notices.open().stream()
                        .map(notice -> complaint(notice, asinBySku, messages))
                        .filter(complaint -> !complaint.asins().isEmpty()
                                || complaint.rightsOwner().isPresent())
                        .toList(),
                asins,
                documents.all().stream().map(StoreLinks::paper).toList(),
                ledger.actions().stream()
                        .flatMap(row -> row.note().map(note -> new Deed(row.id(), note)).stream())
                        .filter(deed -> deed.words().getBytes(StandardCharsets.UTF_8).length >= LEAST_WORDS)
                        .toList());
    }

    private static Complaint complaint(Notice notice, Map<String, String> asinBySku, Messages messages) {
        return new Complaint(
                notice.row().id(),
                NoticeWords.reason(notice, messages),
                notice.row().listings().stream()
                        .map(StoreLinks::capitals)
                        .map(listing -> asinBySku.getOrDefault(listing, listing))
                        .collect(Collectors.toSet()),
                notice.row().rightsOwner());
    }

    private static Paper paper(Document document) {
        boolean isThere = document.file().state() == DocumentFile.State.THERE;
        return new Paper(
                document.row().id(),
                document.kind(),
                document.row().issued(),
                document.row().name(),
                document.row().address(),
                document.row().supplier(),
                isThere ? document.file().bytes() : 0);
    }

    private static String capitals(String listing) {
        return listing.toUpperCase(Locale.ROOT);
    }
}
