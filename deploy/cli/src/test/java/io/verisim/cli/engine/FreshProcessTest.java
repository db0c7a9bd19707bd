package io.verisim.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.cli.Verisim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The program as a process of its own: what only the operating system sees. */
class FreshProcessTest {

    @TempDir
    private Path folder;

    @Test
    void aDocumentIsAllThatGoesToStandardOutput() throws IOException, InterruptedException {
        Path orders = Tables.orders(folder.resolve("orders.csv"), 50);
        Ran ran = process("exec \"$@\"", "-Xmx256m", "classify", orders.toString(), "--json");

        assertThat(ran.exit()).isZero();
        JsonNode document = ran.document();
        assertThat(document.at("/tables/0/rows").asInt()).isEqualTo(50);
    }

    /** Stands for a full disk: no file of the process may grow beyond 64 KiB. */
    @Test
    void aTwinThatFindsNoRoomEndsInASentence() throws IOException, InterruptedException {
        Path orders = Tables.orders(folder.resolve("orders.csv"), 50);
        Path twin = folder.resolve("twin.csv");
        Ran ran = process(
                "ulimit -f 64; exec \"$@\"",
                "-Xmx256m",
                "generate",
                orders.toString(),
                "--rows",
                "20000",
                "--out",
                twin.toString(),
                "--no-classify");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(13);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("There is no room left for the file '" + twin + "'.", "Free some space")
                .doesNotContain("\tat ", "Exception");
        assertThat(Tables.names(folder)).containsExactly("err", "orders.csv", "out");
    }

    @Test
    void memoryThatRunsOutEndsInASentence() throws IOException, InterruptedException {
        StringBuilder csv = new StringBuilder("note\n");
        for (int row = 0; row < 8_000; row++) {
            csv.append(row).append("x".repeat(4_000)).append('\n');
        }
        Path notes = Tables.write(folder.resolve("notes.csv"), csv.toString());
        Ran ran = process("exec \"$@\"", "-Xmx20m", "classify", notes.toString());

        assertThat(ran.exit()).as(ran.err()).isEqualTo(13);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("The command needs more memory than it has. Set VERISIM_HEAP to more")
                .doesNotContain("\tat ", "OutOfMemoryError");
    }

    private Ran process(String script, String heap, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "verisim"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(heap, "-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Verisim.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
