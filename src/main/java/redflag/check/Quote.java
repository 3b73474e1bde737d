package redflag.check;

/** A sentence, short enough to be recognised. */
public final class Quote {

    private static final int LONGEST = 90;

    private Quote() {}

    /** Cut between words where it is long. */
    public static String of(String sentence) {
        String line = sentence.replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST - 1);
        return line.substring(0, end > LONGEST / 2 ? end : LONGEST - 1) + "…";
    }
}
