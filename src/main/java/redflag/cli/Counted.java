package redflag.cli;

/** Numbers of things on a terminal. */
final class Counted {

    private Counted() {}

    /** Such as {@code 1 account} and {@code 2 accounts}. */
    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
