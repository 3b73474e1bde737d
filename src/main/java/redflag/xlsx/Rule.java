package redflag.xlsx;

import java.util.List;

/** What a user may put into cells; what does not fit is refused with a message of 255 letters at most. */
public sealed interface Rule {

    /** Shown where it is refused. */
    String message();

    /** A day from 2000 on, as Excel keeps days. */
    record Day(String message) implements Rule {}

    /** A number that is not below this one. */
    record AtLeast(int least, String message) implements Rule {}

    /** One of these, of which none holds a comma. */
    record OneOf(List<String> words, String message) implements Rule {
        public OneOf {
            words = List.copyOf(words);
        }
    }
}
