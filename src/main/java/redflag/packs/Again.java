package redflag.packs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redflag.documents.Document;
import redflag.ledger.ActionRow;
import redflag.ledger.Code;
import redflag.notices.Clock;
import redflag.notices.Exchange;
import redflag.notices.Notice;
import redflag.plan.Measure;

/**
 * What Amazon's newest answer asks for in addition, held against what was sent last: src/docs/packs.md#after-a-refusal.
 *
 * @param sent what was sent last; missing where nothing is on file
 * @param answer the newest; missing where none is on file
 * @param news of each thing that it asks for what is new since it was sent: ids of what was done, and of papers
 * @param toConfirm so much the letter still leaves to people
 */
public record Again(
        Optional<Exchange> sent,
        Optional<Exchange> answer,
        Map<Ask, List<String>> news,
        int toConfirm,
        Verdict verdict) {

    public Again {
        Map<Ask, List<String>> sorted = new EnumMap<>(Ask.class);
        news.forEach((ask, of) -> sorted.put(ask, List.copyOf(of)));
        news = Collections.unmodifiableMap(sorted);
    }

    /** What an answer may ask more of, by words that it uses. */
    public enum Ask {
        ROOT_CAUSE("root causes?|根本原因"),
        ACTIONS("actions? (?:that )?you have taken|steps? (?:that )?you have taken to (?:resolve|fix)|corrective"
                + "|已采取的?(?:措施|行动)|纠正"),
        PREVENTION("prevent|going forward|in the future|预防|防止"),
        INVOICES("invoices?|receipts?|发票"),
        AUTHORISATION("letters? of authori[sz]ation|authori[sz]ed|licen[cs]e agreement|授权"),
        IDENTITY("utility bill|bank statement|identity|passport|business licen[cs]e|账单|营业执照|身份"),
        TRACKING("tracking|proof of delivery|物流|妥投|运单");

        private final Pattern words;

        Ask(String words) {
            this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
        }

        boolean isIn(String text) {
            return words.matcher(text).find();
        }

        private boolean isOf(Measure measure) {
            return measure.part()
                    .filter(part -> switch (part) {
                        case CAUSE -> this == ROOT_CAUSE;
                        case ACTION -> this == ACTIONS;
                        case PREVENTION -> this == PREVENTION;
                    })
                    .isPresent();
        }

        private boolean isOf(Document document) {
            return document.kind()
                    .filter(kind -> switch (kind) {
                        case SUPPLIER_INVOICE -> this == INVOICES;
                        case LETTER_OF_AUTHORISATION, LICENCE -> this == AUTHORISATION;
                        case IDENTITY, BUSINESS_LICENCE, BANK_STATEMENT, PROOF_OF_ADDRESS -> this == IDENTITY;
                        case PROOF_OF_DELIVERY -> this == TRACKING;
                        default -> false;
                    })
                    .isPresent();
        }
    }

    /** Whether it is worth sending again now; the first that fits. */
    public enum Verdict {
        /** It is Amazon's turn. */
        WITH_AMAZON,
        /** Amazon's answer is not on file: nobody knows what it asks for. */
        ANSWER_NOT_ON_FILE,
        /** The day of what was sent is not on file: what is new since can't be told. */
        SENDING_NOT_DATED,
        /** Nothing is new since: the same once more is a known ground for refusal (C53). */
        NOTHING_NEW,
        /** The letter leaves something to confirm. */
        TO_CONFIRM,
        /** The answer names nothing that is known here: people must read it. */
        ASKS_NOT_KNOWN,
        /** Something that is asked for has nothing new. */
        PART_WITHOUT_NEWS,
        WORTH_SENDING;

        /** Missing where a person must say. */
        public Optional<Boolean> isWorthSending() {
            return switch (this) {
                case SENDING_NOT_DATED, ASKS_NOT_KNOWN -> Optional.empty();
                case WORTH_SENDING -> Optional.of(true);
                case WITH_AMAZON, ANSWER_NOT_ON_FILE, NOTHING_NEW, TO_CONFIRM, PART_WITHOUT_NEWS -> Optional.of(false);
            };
        }
    }

    /**
     * @param measures of the letter
     * @param papers of the store
     * @return missing where Amazon has not refused or answered
     */
    static Optional<Again> of(Notice notice, List<Measure> measures, List<Document> papers, int toConfirm) {
        boolean isRefused = notice.row().state().code().equals(Optional.of(Code.REFUSED));
        if (!isRefused && notice.answered().isEmpty()) {
            return Optional.empty();
        }
        Optional<Exchange> sent = newest(notice.submitted());
        Optional<Exchange> answer =
                newest(notice.answered()).filter(one -> !one.note().isEmpty());
        Optional<LocalDate> since = sent.flatMap(Exchange::on);
        List<Measure> done = measures.stream()
                .filter(measure -> measure.state() == Measure.State.CONFIRMED)
                .filter(measure -> isSince(measure.row().flatMap(ActionRow::doneOn), since))
                .toList();
        List<Document> dated = papers.stream()
                .filter(paper -> isSince(paper.row().issued(), since))
                .toList();
        Map<Ask, List<String>> news = new EnumMap<>(Ask.class);
        for (Ask ask : Ask.values()) {
            if (answer.filter(one -> ask.isIn(one.note())).isPresent()) {
                List<String> ids = new ArrayList<>();
                done.stream().filter(ask::isOf).map(Measure::id).forEach(ids::add);
                dated.stream().filter(ask::isOf).map(paper -> paper.row().id()).forEach(ids::add);
                news.put(ask, ids);
            }
        }
        boolean isAnyNew = !done.isEmpty() || !dated.isEmpty();
        return Optional.of(
                new Again(sent, answer, news, toConfirm, verdict(notice, answer, since, news, isAnyNew, toConfirm)));
    }

    private static Verdict verdict(
            Notice notice,
            Optional<Exchange> answer,
            Optional<LocalDate> since,
            Map<Ask, List<String>> news,
            boolean isAnyNew,
            int toConfirm) {
        if (notice.clock().state() == Clock.State.WITH_AMAZON) {
            return Verdict.WITH_AMAZON;
        }
        if (answer.isEmpty()) {
            return Verdict.ANSWER_NOT_ON_FILE;
        }
        if (since.isEmpty()) {
            return Verdict.SENDING_NOT_DATED;
        }
        if (!isAnyNew) {
            return Verdict.NOTHING_NEW;
        }
        if (toConfirm > 0) {
            return Verdict.TO_CONFIRM;
        }
        if (news.isEmpty()) {
            return Verdict.ASKS_NOT_KNOWN;
        }
        return news.values().stream().anyMatch(List::isEmpty) ? Verdict.PART_WITHOUT_NEWS : Verdict.WORTH_SENDING;
    }

    private static boolean isSince(Optional<LocalDate> day, Optional<LocalDate> since) {
        return day.isPresent() && since.filter(sent -> day.get().isAfter(sent)).isPresent();
    }

    /** By day; of those of no day the last stands. */
    private static Optional<Exchange> newest(List<Exchange> all) {
        return Stream.concat(
                        all.stream()
                                .filter(one -> one.on().isPresent())
                                .max(Comparator.comparing(one -> one.on().orElseThrow()))
                                .stream(),
                        all.stream().skip(Math.max(0, all.size() - 1)))
                .findFirst();
    }
}
