package io.verisim.testexecutor.runner.playwright;

import io.verisim.testexecutor.runner.playwright.inside.SandboxMain;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a sandbox said while a test ran. */
final class RunRecord {

    /** How a run ended. */
    enum End {
        PASSED,
        FAILED,
        ERROR,
        TIMED_OUT,
        GONE
    }

    /** Step {@code index} began so many nanoseconds after the test. */
    record StepStart(int index, long nanos) {}

    private static final int MAX_MESSAGE = 4_000;

    private final long begin;
    private final int planned;
    private final List<StepStart> steps = new ArrayList<>();
    private long endNanos;
    private @Nullable End end;
    private @Nullable String message;

    RunRecord(long begin, int planned) {
        this.begin = begin;
        this.planned = planned;
    }

    /** Takes what is said for what it is: words of code that is not trusted. What makes no sense is passed over. */
    void hear(String line) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case SandboxMain.STEP -> step(words.length > 1 ? words[1] : "");
            case SandboxMain.END -> {
                end(words.length > 1 ? ending(words[1]) : End.ERROR);
                message = words.length < 3 ? null : decode(words[2]);
            }
            case BrowserSandbox.GONE -> end(End.GONE);
            default -> {
                // What a test prints goes to the error stream; whatever else comes here is not ours.
            }
        }
    }

    /** Steps follow each other as planned; a number that is none, or is out of order, says nothing. */
    private void step(String number) {
        int last = steps.isEmpty() ? -1 : steps.getLast().index();
        try {
            int index = Integer.parseInt(number);
            if (index > last && index < planned) {
                steps.add(new StepStart(index, System.nanoTime() - begin));
            }
        } catch (NumberFormatException e) {
            // Passed over.
        }
    }

    private static End ending(String status) {
        return switch (status) {
            case "PASSED" -> End.PASSED;
            case "FAILED" -> End.FAILED;
            default -> End.ERROR;
        };
    }

    private static @Nullable String decode(String text) {
        try {
            String decoded = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
            return decoded.isEmpty() ? null : decoded.substring(0, Math.min(MAX_MESSAGE, decoded.length()));
        } catch (IllegalArgumentException e) {
            return "The test ended with a message that cannot be read.";
        }
    }

    void timedOut() {
        end(End.TIMED_OUT);
    }

    private void end(End how) {
        end = how;
        endNanos = System.nanoTime() - begin;
    }

    boolean ended() {
        return end != null;
    }

    End end() {
        return end == null ? End.GONE : end;
    }

    @Nullable
    String message() {
        return message;
    }

    List<StepStart> steps() {
        return List.copyOf(steps);
    }

    long nanos() {
        return endNanos;
    }
}
