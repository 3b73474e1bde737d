package redflag.delivery;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import redflag.words.Messages;

/**
 * Somebody who gets one message of a night, whatever the number of reasons for it.
 *
 * @param address in the way it is written first
 * @param roles why
 * @param stores that the message tells of: the recipient's own and those in copy, or all
 * @param escalated those of them that stay off target and nobody has taken up
 * @param rule what the recipient wants to be told
 * @param messages the recipient's language
 */
record Recipient(
        String address,
        Set<Role> roles,
        List<StoreNews> stores,
        List<StoreNews> escalated,
        RecipientRule rule,
        Messages messages) {

    Recipient {
        roles = EnumSet.copyOf(roles);
        stores = List.copyOf(stores);
        escalated = List.copyOf(escalated);
    }

    enum Role {
        /** Manager of a store, or in copy. */
        MANAGER,
        /** Told of every store. */
        LEAD,
        /** Told of what went wrong. */
        OPERATOR,
        /** Told of stores that nobody has taken up. */
        ESCALATION
    }

    boolean is(Role role) {
        return roles.contains(role);
    }
}
