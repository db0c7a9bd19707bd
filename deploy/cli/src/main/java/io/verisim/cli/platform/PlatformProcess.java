package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * A process of the platform.
 *
 * @param name name of the application
 * @param process the process, or the one around its mount namespace
 * @param confined whether it has a mount namespace of its own
 * @param log file with what it says
 */
record PlatformProcess(String name, Process process, boolean confined, Path log) {

    private static final String HEAP = "-Xmx512m";

    /** Ctrl-C goes to all processes of a terminal; the first one alone decides who ends when. */
    private static final List<String> WITHOUT_INTERRUPTS = List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh");

    /** Name of the services host. */
    static final String SERVICES = "services";

    /**
     * Starts the services host.
     *
     * @param ports which ports it takes
     */
    static PlatformProcess servicesHost(Home home, HostServices.Choice ports) throws IOException {
        List<String> command = java(HEAP);
        command.addAll(
                List.of(HostServices.class.getName(), supervisor(), home.path().toString(), ports.name()));
        return start(SERVICES, home, command, home.path(), Map.of());
    }

    static PlatformProcess application(Home home, Replica replica, Map<String, String> environment, boolean confined)
            throws IOException {
        Application application = replica.application();
        Path work = Files.createDirectories(home.work(replica.name()));
        clearScratch(work);
        List<String> command = new ArrayList<>();
        if (confined) {
            String prepared = environment.getOrDefault("VERISIM_RUNNER_DIR", "");
            command.addAll(
                    MountNamespace.command(home, work, prepared.isEmpty() ? List.of() : List.of(Path.of(prepared))));
        }
        command.addAll(java(application == Application.SYNTHESIZER ? "-Xmx1g" : HEAP));
        command.addAll(List.of(
                Attached.class.getName(), supervisor(), application.mainClass().getName()));
        return start(replica.name(), home, command, work, environment);
    }

    /** A process that was killed could not remove what its tasks were working on, which may be production data. */
    private static void clearScratch(Path work) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(work, "task-*")) {
            for (Path scratch : left) {
                FileSystemUtils.deleteRecursively(scratch);
            }
        }
    }

    private static String supervisor() {
        return String.valueOf(ProcessHandle.current().pid());
    }

    private static List<String> java(String heap) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(heap, "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(classArchive());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        return command;
    }

    /** The archive of classes that this JVM was started with, if any, speeds the start of all. */
    static List<String> classArchive() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-XX:AOTCache=") || option.startsWith("-XX:SharedArchiveFile="))
                .toList();
    }

    private static PlatformProcess start(
            String name, Home home, List<String> command, Path directory, Map<String, String> environment)
            throws IOException {
        Path log = log(home, name);
        List<String> whole = new ArrayList<>(WITHOUT_INTERRUPTS);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).directory(directory.toFile());
        Map<String, String> inherited = builder.environment();
        inherited.keySet().removeIf(key -> key.startsWith("VERISIM_") && !key.equals("VERISIM_CHROMIUM"));
        inherited.putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new PlatformProcess(name, builder.start(), command.getFirst().equals("bwrap"), log);
    }

    /** Where a process says what it has to say, over all its starts. */
    static Path log(Home home, String name) {
        return home.logs().resolve(name + ".log");
    }

    /** The JVM itself, which a mount namespace has around it; there a moment after the start. */
    Optional<ProcessHandle> jvm() {
        return confined ? process.children().findFirst() : Optional.of(process.toHandle());
    }
}
