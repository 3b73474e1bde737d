package redflag.report;

import redflag.packs.Pack;
import redflag.words.Messages;

/**
 * The pack for a notice as the portfolio and mail name it.
 *
 * @param notice what the agency calls the notice by
 * @param reason in the language of the portfolio
 * @param folder path in the reports folder, with {@code /}
 * @param overview the file to be read first, likewise
 */
public record PackInBrief(String notice, String reason, String folder, String overview) {

    /**
     * @param folder as above
     * @param overview as above
     */
    public static PackInBrief of(Pack pack, String folder, String overview, Messages messages) {
        return new PackInBrief(pack.subject(), PackOverview.reason(pack, messages), folder, overview);
    }
}
