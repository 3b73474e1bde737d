package redflag.smtp;

/**
 * What came of handing over one message. Each text is one line of at most {@value Quotes#LONGEST} characters, in the
 * server's or Java's words, and never holds the password.
 */
public sealed interface Handover {

    /** The server has the message and answers for it: the 2xx after the final dot. */
    record Accepted(String reply) implements Handover {}

    /**
     * The server does not take this message for this recipient, now or later: a 5xx to MAIL FROM, RCPT TO, DATA or the
     * final dot. The server has nothing.
     */
    record Refused(String reply) implements Handover {}

    /**
     * Nothing was handed over, and a later attempt may go better: a 4xx, no connection, one that was lost or fell
     * silent before the final dot, or a server that wants another login or none.
     *
     * @param wholeServer whether every other message would fare the same: nothing that came before MAIL FROM was about
     *     this message, nor is a 421 (the server shuts down) or a 530, 534, 535 or 538 (about the login)
     */
    record NotNow(String why, boolean wholeServer) implements Handover {}

    /** The final dot was sent, or may have been, and no reply came: the server may have the message or may not. */
    record Unknown(String why) implements Handover {}
}
