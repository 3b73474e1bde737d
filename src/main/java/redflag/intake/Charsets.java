package redflag.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redflag.basics.Store;

/** The charsets that exports come in (exports.md §2.3), with the names that people know them by. */
final class Charsets {

    /** Shift_JIS as Windows and Amazon write it, which has more characters than the standard. */
    static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset WESTERN = Charset.forName("windows-1252");

    private Charsets() {}

    /** The charset that the first bytes state. */
    static Optional<Charset> byteOrderMark(byte[] head) {
        if (head.length > 2 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (head.length > 1 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        if (head.length > 1 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return Optional.empty();
    }

    /** What a job means by a name: the widest charset that goes by it. */
    static Charset declared(String name) {
        Charset charset = Charset.forName(name);
        return switch (charset.name()) {
            case "Shift_JIS" -> SHIFT_JIS;
            case "GB2312", "GBK" -> GB18030;
            default -> charset;
        };
    }

    /** Of two eastern charsets the likelier first; the market says more of Amazon's own files than the language. */
    static List<Charset> likely(List<Store> stores) {
        List<Charset> likely = new ArrayList<>();
        if (stores.stream().anyMatch(s -> s.marketplace().language().equals("ja"))) {
            likely.add(SHIFT_JIS);
        }
        if (stores.stream().anyMatch(s -> s.language().equals("zh"))) {
            likely.add(GB18030);
        }
        return likely;
    }

    /** All that a file may be in without saying so, {@code likely} first. */
    static List<Charset> unstated(List<Charset> likely) {
        Set<Charset> all = new LinkedHashSet<>(likely);
        all.add(SHIFT_JIS);
        all.add(GB18030);
        all.add(WESTERN);
        return List.copyOf(all);
    }

    static String name(Charset charset) {
        return charset.equals(SHIFT_JIS) ? "Shift_JIS" : charset.name();
    }

    static String names(List<Charset> charsets) {
        return charsets.stream().map(Charsets::name).collect(Collectors.joining(", "));
    }
}
