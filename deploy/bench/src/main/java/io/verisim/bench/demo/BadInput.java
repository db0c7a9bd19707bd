package io.verisim.bench.demo;

import io.verisim.bench.Bar;
import io.verisim.bench.BenchmarkRun;
import io.verisim.bench.Launcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files that are no tables: each is refused with its exit code, and leaves nothing behind. */
final class BadInput {

    private static final int MISSING = 2;
    private static final int DATA = 11;

    private static final List<Case> CASES = List.of(
            new Case("missing", null, MISSING),
            new Case("empty", "", DATA),
            new Case("binary", "PK\u0003\u0004\u0000\u0000\u0001\u0002", DATA),
            new Case("ragged", "a,b\n1,2\n3\n", DATA),
            new Case("unclosed quote", "a,b\n1,\"2\n3,4\n", DATA),
            new Case("header only", "a,b\n", DATA),
            new Case("duplicate headers", "a,a\n1,2\n3,4\n", DATA));

    /** @param content null for no file at all */
    private record Case(String name, @Nullable String content, int exit) {}

    private BadInput() {}

    static void measure(BenchmarkRun run) throws IOException, InterruptedException {
        int refused = 0;
        for (Case bad : CASES) {
            run.say("generate from a file that is bad: " + bad.name());
            Path directory =
                    Files.createDirectories(run.scratch().resolve("bad").resolve(bad.name()));
            Path file = directory.resolve("table.csv");
            if (bad.content() != null) {
                Files.write(file, bad.content().getBytes(StandardCharsets.UTF_8));
            }
            Launcher.Outcome outcome = run.launcher()
                    .run(
                            run.scratch(),
                            List.of(
                                    "generate",
                                    file.toString(),
                                    "--out",
                                    directory.resolve("twin.csv").toString()));
            boolean said = !outcome.document().path("remedy").asString("").isEmpty();
            if (outcome.exit() == bad.exit() && said && leftOver(directory) == 0) {
                refused++;
            }
        }
        run.figure("bad files refused in order, of " + CASES.size(), refused, "", Bar.exactly(CASES.size()));
    }

    private static long leftOver(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.endsWith("table.csv")).count();
        }
    }
}
