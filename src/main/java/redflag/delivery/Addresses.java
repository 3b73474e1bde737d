package redflag.delivery;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses as settings name them. */
final class Addresses {

    /** What SMTP carries without extensions. */
    private static final Pattern CARRIED = Pattern.compile("[!-~&&[^<>@\"]]+@[!-~&&[^<>@\"]]+");

    private Addresses() {}

    /** An address, with or without a name: {@code Redflag <redflag@agency.example>}. */
    static Optional<InternetAddress> parse(String text) {
        try {
            InternetAddress[] all = InternetAddress.parse(text, true);
            if (all.length != 1 || all[0].isGroup()) {
                return Optional.empty();
            }
            all[0].validate();
            if (!CARRIED.matcher(all[0].getAddress()).matches()) {
                return Optional.empty();
            }
            // a name in any language travels as ASCII
            return Optional.of(
                    new InternetAddress(all[0].getAddress(), all[0].getPersonal(), StandardCharsets.UTF_8.name()));
        } catch (AddressException | UnsupportedEncodingException e) {
            return Optional.empty();
        }
    }

    /** The same for two ways to write one address: servers do not tell capitals apart. */
    static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
