package redflag.documents;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What Amazon may ask for to verify a seller, by words that its notices use. */
enum VerificationPaper {
    IDENTITY(
            "identity",
            "\\b(?:identity|identification|passports?|(?:driver'?s|driving) licen[cs]e)\\b"
                    + "|(?<!(?:complaint|case|order|tax|seller) )\\bID\\b|身份|护照|驾驶证"),
    PROOF_OF_ADDRESS(
            "proof-of-address",
            "\\b(?:proof of address|(?:utility|electricity|water|gas|phone|internet) bills?)\\b"
                    + "|地址证明|水电|(?:电|水|燃气|电话|网络)费"),
    BUSINESS_LICENCE(
            "business-licence", "\\b(?:business licen[cs]e|(?:business|company) registration)\\b|营业执照|(?:公司|企业)注册"),
    BANK_STATEMENT("bank-statement", "\\bbank statements?\\b|银行对账单|银行账单|银行流水"),
    CREDIT_CARD("credit-card", "\\bcredit cards?\\b|信用卡");

    private final String need;
    private final Pattern words;

    VerificationPaper(String need, String words) {
        this.need = need;
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /** Ids of the needs of which a text names a paper. */
    static Set<String> namedIn(String text) {
        return Arrays.stream(values())
                .filter(paper -> paper.words.matcher(text).find())
                .map(paper -> paper.need)
                .collect(Collectors.toSet());
    }
}
