package redflag.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import redflag.basics.StoreId;

/** Which of several wordings a store gets: always the same one, and not all stores the same. */
record Variants(StoreId store, Reason reason) {

    String pick(List<String> variants, String name) {
        byte[] key = (store.value() + "/" + reason.word() + "/" + name).getBytes(StandardCharsets.UTF_8);
        return variants.get(Math.floorMod(UUID.nameUUIDFromBytes(key).hashCode(), variants.size()));
    }

    /** Of the language, or those of the letter where it has none. */
    static List<String> of(List<String> own, List<String> letter) {
        return own.isEmpty() ? letter : own;
    }

    String pick(List<String> own, List<String> letter, String name) {
        return pick(of(own, letter), name);
    }
}
