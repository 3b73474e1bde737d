package redflag;

/** The program: {@code redflag COMMAND}. */
public final class Redflag {

    private Redflag() {}

    public static void main(String[] args) {
        System.exit(2);
    }
}
