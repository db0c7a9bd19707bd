package io.verisim.cli;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows how far something is: redrawn on a terminal, a line for every tenth elsewhere, silent without a writer. */
public final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 30;
    private static final int PER_CENT = 100;
    private static final int STEP = 10;

    private final String what;
    private final @Nullable PrintWriter out;
    private final boolean terminal;
    private int shown = -1;

    ProgressBar(String what, @Nullable PrintWriter out, boolean terminal) {
        this.what = what;
        this.out = out;
        this.terminal = terminal;
    }

    /**
     * Shows progress.
     *
     * @param processed units done
     * @param total units in all; 0 where unknown, then nothing is shown
     */
    public synchronized void update(long processed, long total) {
        if (out == null || total <= 0) {
            return;
        }
        int percent = (int) Math.min(PER_CENT, PER_CENT * processed / total);
        int step = terminal ? 1 : STEP;
        if (percent / step != shown / step || shown < 0) {
            shown = percent;
            draw(out, percent, processed, total);
        }
    }

    private void draw(PrintWriter writer, int percent, long processed, long total) {
        if (terminal) {
            int filled = WIDTH * percent / PER_CENT;
            writer.print("\r" + what + " [" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + percent + " %");
        } else {
            writer.printf("%s: %,d of %,d (%d %%)%n", what, processed, total, percent);
        }
        writer.flush();
    }

    @Override
    public synchronized void close() {
        if (out != null && terminal && shown >= 0) {
            out.println();
            out.flush();
        }
    }
}
