package io.verisim.testexecutor.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What all ways of confining share. */
public final class Launch {

    private static final String ERRORS = "stderr.log";
    private static final int MAX_ERRORS = 4_000;

    private Launch() {}

    /** The command under resource limits; address space is not limited, since browsers and JVMs reserve far more. */
    static List<String> limited(SandboxSpec spec) {
        List<String> command = new ArrayList<>(List.of(
                "prlimit",
                "--core=0",
                "--fsize=" + spec.limits().fileBytes(),
                "--nofile=" + spec.limits().openFiles(),
                "--"));
        command.addAll(spec.command());
        return command;
    }

    /** The beginning of what a process wrote to its error stream. A link that it put in its place is not followed. */
    public static String errors(Path scratch) {
        try (InputStream in = Files.newInputStream(scratch.resolve(ERRORS), LinkOption.NOFOLLOW_LINKS)) {
            String text = new String(in.readNBytes(MAX_ERRORS), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? "it said nothing" : text;
        } catch (IOException e) {
            return "it said nothing";
        }
    }

    static ConfinedProcess start(List<String> command, SandboxSpec spec) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(spec.scratch().toFile());
        String path = System.getenv("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
        builder.environment().putAll(spec.environment());
        builder.redirectErrorStream(false);
        builder.redirectError(spec.scratch().resolve(ERRORS).toFile());
        return new ConfinedProcess(builder.start(), spec.limits(), spec.scratch());
    }
}
