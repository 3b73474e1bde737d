package redflag.xlsx;

import java.util.List;

/** What a user may put into cells; what does not fit is refused, with a message of 255 letters at most. */
public sealed interface Rule {

    /** A day from 2000 on, as Excel keeps days. */
    record Day(String message) implements Rule {}

    /** A number that is not below this one. */
    record AtLeast(int least, String message) implements Rule {}

    /** One of these is offered, none of which holds a comma; others may be typed, too. */
    record Suggested(List<String> words) implements Rule {

        /** Excel's limit of a list that stands in the rule itself. */
        private static final int LONGEST = 255;

        public Suggested {
            words = List.copyOf(words);
        }

        /** As many as fit, the first ones. */
        String list() {
            StringBuilder list = new StringBuilder();
            for (String word : words) {
                int more = word.length() + (list.isEmpty() ? 0 : 1);
                if (list.length() + more > LONGEST) {
                    break;
                }
                list.append(list.isEmpty() ? "" : ",").append(word);
            }
            return list.toString();
        }
    }
}
