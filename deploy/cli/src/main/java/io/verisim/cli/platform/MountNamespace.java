package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What one agent sees of the disk: the system read-only, temporary directories of its own, and of the home its own
 * working directory only. Made by bubblewrap, in which an agent's own sandboxes still work.
 */
final class MountNamespace {

    private static final List<String> TEMPORARY = List.of("/tmp", "/var/tmp", "/dev/shm");
    private static final long PROBE_SECONDS = 20;

    private MountNamespace() {}

    /** Whether this machine has them. */
    static boolean available() throws IOException {
        List<String> probe = system();
        probe.addAll(List.of("--", "true"));
        try {
            Process process = new ProcessBuilder(probe)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no bubblewrap
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The beginning of a command that runs in a namespace of its own.
     *
     * @param work the one directory of the home that is seen, and may be written
     * @param prepared another directory that may be written, if any
     */
    static List<String> command(Home home, Path work, List<Path> prepared) throws IOException {
        List<String> command = system();
        command.addAll(List.of("--tmpfs", home.path().toString(), "--bind", work.toString(), work.toString()));
        for (Path program : programs(home)) {
            command.addAll(List.of("--ro-bind", program.toString(), program.toString()));
        }
        for (Path path : prepared) {
            if (!path.startsWith(work)) {
                Files.createDirectories(path);
                command.addAll(List.of("--bind", path.toString(), path.toString()));
            }
        }
        command.addAll(List.of("--die-with-parent", "--chdir", work.toString(), "--"));
        return command;
    }

    private static List<String> system() {
        List<String> command = new ArrayList<>(List.of("bwrap", "--ro-bind", "/", "/"));
        command.addAll(List.of("--dev-bind", "/dev", "/dev", "--dev-bind", "/proc", "/proc"));
        for (String temporary : TEMPORARY) {
            if (Files.isDirectory(Path.of(temporary))) {
                command.addAll(List.of("--tmpfs", temporary));
            }
        }
        return command;
    }

    /** What an agent is run from may lie under a directory that is hidden: it is shown again, read-only. */
    private static Set<Path> programs(Home home) {
        List<Path> hidden = new ArrayList<>(TEMPORARY.stream().map(Path::of).toList());
        hidden.add(home.path());
        Set<Path> programs = new LinkedHashSet<>();
        List<String> needed = new ArrayList<>(List.of(System.getProperty("java.home")));
        needed.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        PlatformProcess.classArchive().forEach(option -> needed.add(option.substring(option.indexOf('=') + 1)));
        for (String name : needed) {
            Path path = Path.of(name).toAbsolutePath().normalize();
            if (!name.isEmpty() && Files.exists(path) && hidden.stream().anyMatch(path::startsWith)) {
                programs.add(folder(path, hidden));
            }
        }
        return programs;
    }

    /** Jars are shown by folder: fewer mounts. Never a folder that would show what is to be hidden. */
    private static Path folder(Path path, List<Path> hidden) {
        Path parent = path.getParent();
        if (parent == null || Files.isDirectory(path)) {
            return path;
        }
        return hidden.stream().anyMatch(folder -> folder.startsWith(parent)) ? path : parent;
    }
}
