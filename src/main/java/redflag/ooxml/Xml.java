package redflag.ooxml;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.regex.Pattern;

/** XML on its way out, in UTF-8. */
public final class Xml {

    public static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /** What XML cannot hold, such as most control characters. */
    private static final char NO_CHARACTER = '\uFFFD';

    /** What spreadsheet programs read as a letter, by its number. */
    private static final Pattern ESCAPE = Pattern.compile("_x[0-9A-Fa-f]{4}_");

    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private byte[] bytes = new byte[1 << 14];
    private int size;

    /** In bytes. */
    public int size() {
        return size;
    }

    /** Empties it. */
    public void moveTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }

    /** Markup, in ASCII. */
    public Xml raw(String markup) {
        int length = markup.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) markup.charAt(i);
        }
        return this;
    }

    /** What stands in another one, which keeps it. */
    public Xml add(Xml other) {
        room(other.size);
        System.arraycopy(other.bytes, 0, bytes, size, other.size);
        size += other.size;
        return this;
    }

    public Xml raw(long number) {
        return raw(Long.toString(number));
    }

    /** To twelve decimal places. */
    public Xml raw(double number) {
        return raw(BigDecimal.valueOf(Math.round(number * 1e12), 12).stripTrailingZeros());
    }

    /** As exact as Excel keeps numbers: 15 digits. */
    public Xml raw(BigDecimal number) {
        BigDecimal kept = number.round(FIFTEEN_DIGITS).stripTrailingZeros();
        return raw(kept.toPlainString());
    }

    public Xml attribute(String name, String value) {
        return raw(" ").raw(name).raw("=\"").text(value).raw("\"");
    }

    public Xml attribute(String name, long value) {
        return raw(" ").raw(name).raw("=\"").raw(value).raw("\"");
    }

    /** Text between tags, or in an attribute. */
    public Xml text(String text) {
        int length = text.length();
        room(6 * length);
        for (int i = 0; i < length; i++) {
            char letter = text.charAt(i);
            if (letter < 0x80) {
                ascii(letter);
            } else if (Character.isHighSurrogate(letter)
                    && i + 1 < length
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                four(Character.toCodePoint(letter, text.charAt(++i)));
            } else if (Character.isSurrogate(letter) || letter >= 0xFFFE) {
                twoOrThree(NO_CHARACTER);
            } else {
                twoOrThree(letter);
            }
        }
        return this;
    }

    /** Text of a cell or a heading, in which Excel takes {@code _x000D_} for a line break and the like. */
    public Xml cellText(String text) {
        return text(text.contains("_x") ? ESCAPE.matcher(text).replaceAll("_x005F$0") : text);
    }

    private void ascii(char letter) {
        switch (letter) {
            case '<' -> raw("&lt;");
            case '>' -> raw("&gt;");
            case '&' -> raw("&amp;");
            case '"' -> raw("&quot;");
            case '\r' -> raw("&#13;");
            case '\n' -> raw("&#10;");
            case '\t' -> raw("&#9;");
            default -> {
                if (letter < 0x20) {
                    twoOrThree(NO_CHARACTER);
                } else {
                    bytes[size++] = (byte) letter;
                }
            }
        }
    }

    private void twoOrThree(char letter) {
        if (letter < 0x800) {
            bytes[size++] = (byte) (0xC0 | letter >> 6);
        } else {
            bytes[size++] = (byte) (0xE0 | letter >> 12);
            bytes[size++] = (byte) (0x80 | letter >> 6 & 0x3F);
        }
        bytes[size++] = (byte) (0x80 | letter & 0x3F);
    }

    private void four(int letter) {
        bytes[size++] = (byte) (0xF0 | letter >> 18);
        bytes[size++] = (byte) (0x80 | letter >> 12 & 0x3F);
        bytes[size++] = (byte) (0x80 | letter >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | letter & 0x3F);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
