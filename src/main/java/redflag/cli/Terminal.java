package redflag.cli;

import java.io.Console;
import org.jspecify.annotations.Nullable;

/** Whether somebody looks at a terminal that can draw a line anew; a log or a pipe gets plain lines. */
final class Terminal {

    private Terminal() {}

    static boolean isThere() {
        return isInteractive(System.console()) && canDraw(System.getenv("TERM"));
    }

    /** Whether it shows more than ASCII. */
    static boolean isUnicode() {
        // Java 17 has stdout.encoding on no machine, and native.encoding on each
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", ""));
        return name.equalsIgnoreCase("UTF-8");
    }

    /** From Java 22 on there may be a console without a terminal, and it says so. */
    private static boolean isInteractive(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** @param kind as the variable TERM names it */
    static boolean canDraw(@Nullable String kind) {
        return kind != null && !kind.isEmpty() && !kind.equals("dumb");
    }
}
