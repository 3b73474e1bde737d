package redflag.cli;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * The last line of a terminal while accounts are worked on: a bar over them, the time that has passed and is left, rows a
 * second. Other lines go above it.
 */
final class ProgressLine implements AutoCloseable {

    /** Back to the first column, and nothing behind it. */
    private static final String WIPE = "\r\u001b[2K";

    private static final int A_MOMENT_MILLIS = 250;

    private final Line line;
    private final ProgressBar bar;
    private final long start = System.nanoTime();
    private long rows;

    /** @param accounts to be worked on */
    ProgressLine(PrintStream terminal, int accounts) {
        this(terminal, accounts, new ConsoleProgressBarConsumer(terminal).getMaxRenderedLength(), Terminal.isUnicode());
    }

    /** @param width of the terminal in columns */
    ProgressLine(PrintStream terminal, int accounts, int width, boolean isUnicode) {
        this.line = new Line(terminal, width);
        this.bar = new ProgressBarBuilder()
                .setTaskName("Accounts")
                .setInitialMax(accounts)
                .setStyle(isUnicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(A_MOMENT_MILLIS)
                .setConsumer(line)
                .build();
    }

    /** One account is over. @param moreRows that were read of it */
    synchronized void step(long moreRows) {
        rows += moreRows;
        double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
        bar.setExtraMessage(String.format(Locale.ROOT, "%,d rows/s", Math.round(rows / seconds)));
        bar.step();
    }

    /** Prints lines where the bar is, and the bar below them. */
    void above(Runnable lines) {
        line.interrupt(lines);
    }

    /** The bar stays as it is, and the next line goes below it. */
    @Override
    public void close() {
        bar.close();
        line.close();
    }

    private static final class Line implements ProgressBarConsumer {

        private final PrintStream terminal;
        private final int width;
        private String shown = "";
        private boolean closed;

        Line(PrintStream terminal, int width) {
            this.terminal = terminal;
            this.width = width;
        }

        @Override
        public int getMaxRenderedLength() {
            return width;
        }

        /** The bar's own thread may draw once more when all is over. */
        @Override
        public synchronized void accept(String text) {
            if (closed) {
                return;
            }
            shown = text.length() > width ? text.substring(0, width) : text;
            terminal.print(WIPE + shown);
            terminal.flush();
        }

        synchronized void interrupt(Runnable lines) {
            terminal.print(WIPE);
            terminal.flush();
            lines.run();
            terminal.print(shown);
            terminal.flush();
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                terminal.println();
                terminal.flush();
            }
        }
    }
}
