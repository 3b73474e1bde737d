package redflag.basics;

import java.util.Optional;

/**
 * Who a seller is by what stands in Seller Central, which the agency copies from there: papers are held against it.
 *
 * @param name of the business, or of the person where there is none
 * @param contact the person whose identity Amazon verifies
 * @param address of the business
 */
public record Registered(Optional<String> name, Optional<String> contact, Optional<String> address) {

    /** Of a seller of whom nobody has said it. */
    public static Registered unknown() {
        return new Registered(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
