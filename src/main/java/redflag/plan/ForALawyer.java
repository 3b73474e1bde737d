package redflag.plan;

import java.util.regex.Pattern;

/**
 * What only a lawyer may let stand: a paragraph that names law, a court, or a declaration under penalty, in English or
 * Chinese. It must stand wholly inside {@code [for a lawyer: …]}.
 */
final class ForALawyer {

    private static final Pattern LAW = Pattern.compile(
            "\\b(?:laws?|lawsuits?|statut\\w+|perjur\\w+|jurisdictions?|courts?|attorneys?|litigation|infring\\w+"
                    + "|under penalty|good faith|service of process|(?:lanham|trademarks?|copyrights?|patents?) act"
                    + "|DMCA|U\\.?S\\.?C)\\b|§"
                    + "|伪证|管辖|法院|法庭|法律|法规|律师|诉讼|侵权|侵犯|善意|商标法|专利法|著作权法|版权法",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARK = Pattern.compile("\\[(?:for a lawyer:|请律师过目：)[^]]*]");

    private ForALawyer() {}

    static boolean namesLaw(String paragraph) {
        return LAW.matcher(paragraph).find();
    }

    /** Whether none of it stands outside such a mark. */
    static boolean isMarked(String paragraph) {
        return !namesLaw(MARK.matcher(paragraph).replaceAll(""));
    }
}
