package redflag.delivery;

import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redflag.smtp.SmtpServer;

/**
 * How a job tells of its nights.
 *
 * @param from whom the messages are from
 * @param replyTo who gets the answers to them; {@code from} where it is missing
 * @param server to which messages are handed over; missing for a job whose mails become files
 * @param tries how often a message is offered in one run
 * @param lead who are told of every store, with the portfolio
 * @param operators who are told when a night broke, accounts failed or files could not be used
 * @param rule of everybody who has none of their own
 * @param rules by address, in small letters
 * @param escalation whom else a store is told to that stays off target and is not taken up
 * @param zipAbove from so many bytes of attachments on, those of each store are put into one archive
 * @param largest so many bytes a message may have at most; what would go beyond is named, with where it is
 * @param reportsAt where recipients find the reports folder: an address or a share; its own path where it is missing
 * @param template bodies of the agency's own, by file name
 */
public record MailSettings(
        InternetAddress from,
        Optional<InternetAddress> replyTo,
        Optional<SmtpServer> server,
        int tries,
        List<String> lead,
        List<String> operators,
        RecipientRule rule,
        Map<String, RecipientRule> rules,
        Optional<Escalation> escalation,
        long zipAbove,
        long largest,
        Optional<String> reportsAt,
        MailTemplates templates) {

    public MailSettings {
        lead = List.copyOf(lead);
        operators = List.copyOf(operators);
        rules = Map.copyOf(rules);
    }

    /** @param afterNights a store that has been off target for so many nights in a row, this one counted, is told */
    record Escalation(List<String> to, int afterNights) {
        Escalation {
            to = List.copyOf(to);
        }
    }

    RecipientRule ruleOf(String address) {
        return rules.getOrDefault(Addresses.key(address), rule);
    }
}
