package redflag.settings;

/**
 * One thing wrong in a file that a person wrote.
 *
 * @param file as the person would name it
 * @param line counted from 1; 0 where the whole file is meant
 * @param message what was found and what is expected, a sentence without the place
 */
public record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
}
