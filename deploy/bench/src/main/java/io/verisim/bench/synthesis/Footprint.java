package io.verisim.bench.synthesis;

import io.verisim.bench.BenchmarkRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Resident memory at its peak of {@code verisim generate} in a process of its own: {@code VmHWM} of Linux's process
 * table, which the kernel keeps, read again and again until the process ends.
 */
final class Footprint {

    private static final String PEAK = "VmHWM:";
    private static final double KIBI_A_MEBI = 1024;
    private static final long LOOK_MILLIS = 20;
    private static final long LIMIT_NANOS = TimeUnit.MINUTES.toNanos(40);

    private Footprint() {}

    /** In MiB; NaN where the system tells none, or the command failed or did not end within forty minutes. */
    static double peakMebi(BenchmarkRun run, Path table, String model) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory(run.scratch(), "twin").resolve("twin.csv");
        Process process = run.launcher()
                .start(
                        out.resolveSibling("output.txt"),
                        List.of("generate", table.toString(), "--model", model, "--out", out.toString()));
        long begin = System.nanoTime();
        try {
            double peak = Double.NaN;
            do {
                double seen = peakMebi(process.pid());
                peak = Double.isNaN(seen) ? peak : seen;
            } while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() - begin < LIMIT_NANOS);
            return !process.isAlive() && process.exitValue() == 0 ? peak : Double.NaN;
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
        } catch (IOException | java.io.UncheckedIOException e) {
            // It has ended, or this is no Linux.
            return Double.NaN;
        }
    }
}
