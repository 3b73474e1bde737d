package redflag.report;

import redflag.risk.RiskLevel;
import redflag.rules.Status;

/**
 * The colours of a cell: fill and letters, as RGB. Told apart by lightness too, not by hue alone, and every pair has a
 * contrast of 4.5:1 at least. A word always stands in the cell.
 */
public enum Tone {
    PLAIN(0xFFFFFF, 0x1A1A1A),
    GOOD(0xD5EFE6, 0x004D3A),
    WATCH(0xFFE08A, 0x402C00),
    BAD(0xA8320A, 0xFFFFFF),
    WORST(0x1A1A1A, 0xFFFFFF),
    UNKNOWN(0xE2E4E8, 0x36393F),
    CONFIRM(0xFFF0C2, 0x402C00);

    private final int fill;
    private final int letters;

    Tone(int fill, int letters) {
        this.fill = fill;
        this.letters = letters;
    }

    public int fill() {
        return fill;
    }

    public int letters() {
        return letters;
    }

    static Tone of(Status status) {
        return switch (status) {
            case ON_TARGET -> GOOD;
            case WATCH -> WATCH;
            case OFF_TARGET -> BAD;
            case NOT_MEASURED -> UNKNOWN;
        };
    }

    public static Tone of(RiskLevel level) {
        return switch (level) {
            case DEACTIVATED -> WORST;
            case OFF_TARGET -> BAD;
            case WATCH -> WATCH;
            case UNKNOWN -> UNKNOWN;
            case HEALTHY -> GOOD;
        };
    }
}
