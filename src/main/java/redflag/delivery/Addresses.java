package redflag.delivery;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;

/** E-mail addresses as settings name them. */
final class Addresses {

    private Addresses() {}

    /** An address, with or without a name: {@code Redflag <redflag@agency.example>}. */
    static Optional<InternetAddress> parse(String text) {
        try {
            InternetAddress[] all = InternetAddress.parse(text, true);
            if (all.length != 1 || all[0].isGroup()) {
                return Optional.empty();
            }
            all[0].validate();
            boolean isWhole = all[0].getAddress().indexOf('@') > 0
                    && all[0].getAddress().chars().allMatch(letter -> letter > ' ' && letter < 127);
            return isWhole ? Optional.of(all[0]) : Optional.empty();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    /** The same for two ways to write one address: servers do not tell capitals apart. */
    static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
