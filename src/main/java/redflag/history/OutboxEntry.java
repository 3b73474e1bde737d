package redflag.history;

import java.time.Instant;

/**
 * A message of a night to one recipient.
 *
 * @param number counted from 1 for each night and recipient
 * @param attempt of the night that wanted it sent last
 * @param messageId with its angle brackets; the same at each try
 * @param content the same for two messages that say the same
 * @param tries how often it was offered
 * @param reply what the server said last, or why nothing did; empty before the first try
 */
public record OutboxEntry(
        String recipient,
        int number,
        int attempt,
        String messageId,
        String content,
        MailState state,
        int tries,
        String reply,
        Instant createdAt) {

    /** The same further on. */
    public OutboxEntry with(MailState newState, int newTries, String newReply) {
        return new OutboxEntry(recipient, number, attempt, messageId, content, newState, newTries, newReply, createdAt);
    }
}
