package io.verisim.bench.faults;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Signals to processes, by the shell's own command, which every system has. */
final class Signals {

    private static final long LIMIT_SECONDS = 10;

    private Signals() {}

    /** True where it was sent. */
    static boolean send(ProcessHandle process, String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return kill.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && kill.exitValue() == 0;
    }
}
