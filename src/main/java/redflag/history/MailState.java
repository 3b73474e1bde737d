package redflag.history;

import java.util.Locale;

/** How far a message has got. */
public enum MailState {
    /** It is to be sent; nothing has taken it yet. */
    INTENDED,
    /** It is being handed over this moment; of a process that is gone: nobody knows how far it got. */
    SENDING,
    /** A server has taken it and answers for it, or it lies as a file. */
    HANDED_OVER,
    /** A server does not take it, now or later. */
    REFUSED,
    /** It was handed over, and the answer did not arrive: it may have been delivered. */
    UNKNOWN,
    /** Nobody had taken it, and there is nothing to tell the recipient any more. */
    WITHDRAWN;

    /** Whether the recipient may have it. */
    public boolean mayBeDelivered() {
        return this == SENDING || this == HANDED_OVER || this == UNKNOWN;
    }

    /** Whether nothing is left to be done about it. */
    public boolean isSettled() {
        return this == HANDED_OVER || this == WITHDRAWN;
    }

    /** As figures name it. */
    public String figure() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return figure().replace('_', ' ');
    }
}
