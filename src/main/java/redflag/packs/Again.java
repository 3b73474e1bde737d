package redflag.packs;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import redflag.check.Difference;
import redflag.check.Letter;
import redflag.documents.Document;
import redflag.ledger.ActionRow;
import redflag.ledger.Code;
import redflag.notices.Clock;
import redflag.notices.Exchange;
import redflag.notices.Notice;
import redflag.plan.Measure;
import redflag.plan.Reason;

/**
 * What Amazon's newest answer asks for in addition, held against what was sent last: src/docs/packs.md#after-a-refusal.
 *
 * @param sent what was sent last, by the notices file; missing where nothing is on file
 * @param answer the newest; missing where none is on file
 * @param last the letter that was sent last
 * @param asked each thing that the answer asks for
 * @param difference of the draft from the last letter; missing where one of them is
 * @param toConfirm so much the letter still leaves to people
 */
public record Again(
        Optional<Exchange> sent,
        Optional<Exchange> answer,
        LastLetter last,
        Map<Ask, Asked> asked,
        Optional<Difference> difference,
        int toConfirm,
        Verdict verdict) {

    public Again {
        Map<Ask, Asked> sorted = new EnumMap<>(Ask.class);
        sorted.putAll(asked);
        asked = Collections.unmodifiableMap(sorted);
    }

    /**
     * One thing that is asked for.
     *
     * @param news what is new since the day of the last submission: ids of what was done, and of papers
     * @param sent whether the last letter has it; missing where that is not there
     * @param drafted whether the draft has it; missing where there is none
     */
    public record Asked(List<String> news, Optional<Held> sent, Optional<Held> drafted) {
        public Asked {
            news = List.copyOf(news);
        }

        /** Whether something was done or dated since, or the draft has what the last letter lacked. */
        boolean isNew() {
            boolean isGained = sent.filter(held -> !held.isEnough()).isPresent()
                    && drafted.filter(Held::isEnough).isPresent();
            return !news.isEmpty() || isGained;
        }

        boolean isLacking() {
            return drafted.filter(held -> !held.isEnough()).isPresent();
        }
    }

    /**
     * The letter that is drafted now.
     *
     * @param measures that stand in it
     * @param letter missing where there is nothing to answer with
     */
    record Drafted(List<Measure> measures, int toConfirm, Optional<Letter> letter) {}

    /** Whether it is worth sending again now; the first that fits. */
    public enum Verdict {
        /** It is Amazon's turn. */
        WITH_AMAZON,
        /** Amazon's answer is not on file: nobody knows what it asks for. */
        ANSWER_NOT_ON_FILE,
        /** The day of what was sent is not on file: what is new since can't be told. */
        SENDING_NOT_DATED,
        /** The draft says what the last letter said. */
        SAME_LETTER,
        /** Nothing is new since: the same once more is a known ground for refusal (C53). */
        NOTHING_NEW,
        /** The letter leaves something to confirm. */
        TO_CONFIRM,
        /** The answer names nothing that is known here: people must read it. */
        ASKS_NOT_KNOWN,
        /** Something that is asked for has nothing new. */
        PART_WITHOUT_NEWS,
        /** The draft does not have something that is asked for. */
        DRAFT_LACKS,
        WORTH_SENDING;

        /** Missing where a person must say. */
        public Optional<Boolean> isWorthSending() {
            return switch (this) {
                case SENDING_NOT_DATED, ASKS_NOT_KNOWN -> Optional.empty();
                case WORTH_SENDING -> Optional.of(true);
                case WITH_AMAZON,
                        ANSWER_NOT_ON_FILE,
                        SAME_LETTER,
                        NOTHING_NEW,
                        TO_CONFIRM,
                        PART_WITHOUT_NEWS,
                        DRAFT_LACKS -> Optional.of(false);
            };
        }
    }

    /** Whether Amazon has refused or answered, so that there is something to be held against. */
    static boolean isAbout(Notice notice) {
        return notice.row().state().code().equals(Optional.of(Code.REFUSED))
                || !notice.answered().isEmpty();
    }

    /** What was sent last, by the notices file. */
    static Optional<Exchange> sent(Notice notice) {
        return newest(notice.submitted());
    }

    /**
     * @param notice that Amazon has refused or answered
     * @param reason whose letter answers it; missing where none does
     * @param papers of the store
     */
    static Again of(Notice notice, Optional<Reason> reason, Drafted draft, List<Document> papers, LastLetter last) {
        Optional<Exchange> sent = sent(notice);
        Optional<Exchange> answer =
                newest(notice.answered()).filter(one -> !one.note().isEmpty());
        Optional<LocalDate> since = sent.flatMap(Exchange::on);
        List<Measure> done = draft.measures().stream()
                .filter(measure -> measure.state() == Measure.State.CONFIRMED)
                .filter(measure -> isSince(measure.row().flatMap(ActionRow::doneOn), since))
                .toList();
        List<Document> dated = papers.stream()
                .filter(paper -> isSince(paper.row().issued(), since))
                .toList();
        Set<Ask> asks = EnumSet.noneOf(Ask.class);
        answer.ifPresent(one ->
                Stream.of(Ask.values()).filter(ask -> ask.isIn(one.note())).forEach(asks::add));
        Map<Ask, Held> ofLast = held(last.letter(), reason, asks);
        Map<Ask, Held> ofDraft = held(draft.letter(), reason, asks);
        Map<Ask, Asked> asked = new EnumMap<>(Ask.class);
        for (Ask ask : asks) {
            Stream<String> news = Stream.concat(
                    done.stream().filter(ask::isOf).map(Measure::id),
                    dated.stream().filter(ask::isOf).map(paper -> paper.row().id()));
            asked.put(
                    ask,
                    new Asked(
                            news.toList(),
                            Optional.ofNullable(ofLast.get(ask)),
                            Optional.ofNullable(ofDraft.get(ask))));
        }
        Optional<Difference> difference =
                last.letter().flatMap(before -> draft.letter().map(now -> Difference.of(before, now)));
        boolean isAnyNew =
                !done.isEmpty() || !dated.isEmpty() || asked.values().stream().anyMatch(Asked::isNew);
        boolean isSame =
                draft.toConfirm() == 0 && difference.filter(Difference::isNone).isPresent();
        Verdict verdict = isWithAmazon(notice)
                ? Verdict.WITH_AMAZON
                : verdict(answer, since, asked, isSame, isAnyNew, draft.toConfirm());
        return new Again(sent, answer, last, asked, difference, draft.toConfirm(), verdict);
    }

    private static boolean isWithAmazon(Notice notice) {
        return notice.clock().state() == Clock.State.WITH_AMAZON;
    }

    private static Map<Ask, Held> held(Optional<Letter> letter, Optional<Reason> reason, Set<Ask> asks) {
        return letter.flatMap(of -> reason.map(why -> Held.in(of, why, asks))).orElse(Map.of());
    }

    private static Verdict verdict(
            Optional<Exchange> answer,
            Optional<LocalDate> since,
            Map<Ask, Asked> asked,
            boolean isSame,
            boolean isAnyNew,
            int toConfirm) {
        if (answer.isEmpty()) {
            return Verdict.ANSWER_NOT_ON_FILE;
        }
        if (since.isEmpty()) {
            return Verdict.SENDING_NOT_DATED;
        }
        if (isSame) {
            return Verdict.SAME_LETTER;
        }
        if (!isAnyNew) {
            return Verdict.NOTHING_NEW;
        }
        if (toConfirm > 0) {
            return Verdict.TO_CONFIRM;
        }
        if (asked.isEmpty()) {
            return Verdict.ASKS_NOT_KNOWN;
        }
        if (!asked.values().stream().allMatch(Asked::isNew)) {
            return Verdict.PART_WITHOUT_NEWS;
        }
        return asked.values().stream().anyMatch(Asked::isLacking) ? Verdict.DRAFT_LACKS : Verdict.WORTH_SENDING;
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
