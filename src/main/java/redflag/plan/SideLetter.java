package redflag.plan;

import java.util.List;

/**
 * A letter beside the one that answers a notice: to a rights owner, with an authorisation, about one document. It is
 * completed by hand, so that there is no copy of it that could be sent as it stands.
 *
 * @param id the same in every language, for file names
 * @param to whom it goes
 * @param forALawyer whether it binds whoever signs it, so that a lawyer has to read it first
 */
public record SideLetter(String id, String title, String to, List<String> paragraphs, boolean forALawyer) {
    public SideLetter {
        paragraphs = List.copyOf(paragraphs);
    }
}
