package io.verisim.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a command took in a process of its own.
 *
 * @param seconds wall clock from its call to its end
 * @param peakMebi resident memory at its peak, MiB: {@code VmHWM} of Linux's process table, which the kernel keeps, read
 *     again and again until the process ends; NaN where the system tells none
 */
public record Footprint(double seconds, double peakMebi) {

    private static final String PEAK = "VmHWM:";
    private static final double KIBI_A_MEBI = 1024;
    private static final double NANOS = 1e9;
    private static final long LOOK_MILLIS = 20;
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(40);

    private static final Footprint NONE = new Footprint(Double.NaN, Double.NaN);

    /** Runs {@code verisim} with these arguments; NaN and NaN where it failed, or did not end within forty minutes. */
    public static Footprint of(BenchmarkRun run, List<String> arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(run.scratch(), "output", ".txt");
        long begin = System.nanoTime();
        Process process = run.launcher().start(output, arguments);
        try {
            double peak = Double.NaN;
            do {
                double seen = peakMebi(process.pid());
                peak = Double.isNaN(seen) ? peak : seen;
            } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() - begin < LIMIT_NANOS);
            return !process.isAlive() && process.exitValue() == 0
                    ? new Footprint((System.nanoTime() - begin) / NANOS, peak)
                    : NONE;
        } finally {
            process.destroy();
        }
    }

    private static double peakMebi(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIBI_A_MEBI)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException | UncheckedIOException e) {
            // It has ended, or this is no Linux.
            return Double.NaN;
        }
    }
}
