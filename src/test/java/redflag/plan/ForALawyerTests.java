package redflag.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redflag.settings.Problem;
import redflag.settings.Problems;
import redflag.settings.YamlFile;

/** Words of law, and what an agency's own letter must do about them. */
class ForALawyerTests {

    private final Problems problems = new Problems();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This form is that of the DMCA.",
                "I declare under penalty of perjury that it is so.",
                "Any false statement is perjurious.",
                "The Trademark Act has no such rule.",
                "See the Lanham Act.",
                "The Copyright Act protects it.",
                "A statute of the state applies.",
                "It is our statutory right.",
                "The listing infringes nothing.",
                "There is no infringement.",
                "The courts of Oregon decide.",
                "Our attorney will write to you.",
                "We consent to the jurisdiction.",
                "We expect a lawsuit.",
                "Litigation is open.",
                "We acted in good faith.",
                "We accept service of process.",
                "See 17 U.S.C. 512.",
                "See § 512.",
                "By law we may sell it.",
                "签署人须承担伪证罪责任。",
                "本人同意由该法院管辖。",
                "依据商标法第五十七条。",
                "依据著作权法。",
                "我们没有侵权。",
                "商品未侵犯任何权利。",
                "将提起诉讼。",
                "相关法律允许销售。",
                "我们的律师将致函贵方。",
                "本人善意相信。"
            })
    void whatNamesLawIsKnown(String paragraph) {
        assertThat(ForALawyer.namesLaw(paragraph)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We followed the lawn mower through the courtyard.",
                "The status of the order is shipped.",
                "A good factory, and a faithful copy.",
                "The act was repeated; the trademark was taken out.",
                "我们向供应商索取了授权书。"
            })
    void otherWordsAreNot(String paragraph) {
        assertThat(ForALawyer.namesLaw(paragraph)).isFalse();
    }

    private static final String LETTER = """
            language: en
            reason: condition
            causes:
              - id: crane
                when: [question]
                cause: "[confirm: why?]"
                action: "[confirm: what was changed]"
                prevention: "[confirm: who checks] Our target: 100 % of units."
            letters:
              - id: note
                for-a-lawyer: true
                title: "A note"
                to: "Amazon"
                paragraphs:
                  - "[for a lawyer: read this. By law we may]"
                  - "[for a lawyer: this too. The court decides] [confirm: when]"
            """;

    private static final String MUST =
            "'paragraphs' name law: set 'for-a-lawyer: true', and put each that a lawyer has to read wholly inside";

    private String problemsOf(String yaml) {
        YamlFile.read("plans/mine.yaml", yaml, problems).ifPresent(PlanTextFile::read);
        return String.join("\n", problems.list().stream().map(Problem::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"    for-a-lawyer: true\n", "for a lawyer: read this. ", "for a lawyer: this too. "})
    void eachParagraphOfLawIsMarkedAndItsLetterToo(String mark) {
        assertThat(problemsOf(LETTER)).isEmpty();

        assertThat(problemsOf(LETTER.replace(mark, ""))).contains(MUST);
    }

    @Test
    void theMarkHoldsTheWholeOfIt() {
        assertThat(problemsOf(LETTER.replace("read this. By law we may]", "read this] By law we may.")))
                .contains(MUST);
    }
}
