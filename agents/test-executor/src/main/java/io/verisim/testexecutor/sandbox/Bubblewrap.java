package io.verisim.testexecutor.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Confines by bubblewrap: the process is nobody, without capabilities, in namespaces of its own; it sees a minimal
 * read-only system, its scratch directory, and no network.
 */
final class Bubblewrap implements Sandbox {

    /** Of the system only programs, libraries, fonts, certificates and the browser's settings are seen. */
    private static final List<String> SYSTEM = List.of(
            "/usr",
            "/etc/fonts",
            "/etc/ssl",
            "/etc/pki/tls/certs",
            "/etc/ca-certificates",
            "/etc/alternatives",
            "/etc/passwd",
            "/etc/nsswitch.conf",
            "/etc/localtime",
            "/etc/chromium",
            "/etc/chromium.d",
            "/etc/ld.so.cache");

    private static final List<String> LINKED = List.of("/bin", "/sbin", "/lib", "/lib32", "/lib64");
    private static final String NOBODY = "65534";
    private static final long TMP_BYTES = 64L << 20;

    private final boolean noMoreNamespaces;

    /** @param noMoreNamespaces whether the process is kept from making user namespaces, which 0.8 and later can do */
    Bubblewrap(boolean noMoreNamespaces) {
        this.noMoreNamespaces = noMoreNamespaces;
    }

    @Override
    public SandboxKind kind() {
        return SandboxKind.BUBBLEWRAP;
    }

    @Override
    public ConfinedProcess start(SandboxSpec spec) throws IOException {
        return Launch.start(command(spec), spec);
    }

    List<String> command(SandboxSpec spec) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "bwrap",
                "--unshare-all",
                "--unshare-user",
                "--uid",
                NOBODY,
                "--gid",
                NOBODY,
                "--cap-drop",
                "ALL",
                "--hostname",
                "sandbox",
                "--die-with-parent",
                "--new-session",
                "--clearenv"));
        if (noMoreNamespaces) {
            command.add("--disable-userns");
        }
        addSystem(command);
        command.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        addMemory(command, TMP_BYTES, "/tmp");
        addMemory(command, spec.limits().fileBytes(), "/dev/shm");
        for (Path path : spec.readOnly()) {
            command.addAll(List.of("--ro-bind", path.toString(), path.toString()));
        }
        String scratch = spec.scratch().toString();
        command.addAll(List.of("--bind", scratch, scratch, "--chdir", scratch));
        // /proc too: to the kernel nobody is who started us, and root may change its settings there.
        command.addAll(List.of("--remount-ro", "/", "--remount-ro", "/dev", "--remount-ro", "/proc"));
        spec.environment().forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
        command.add("--");
        command.addAll(Launch.limited(spec));
        return command;
    }

    private static void addSystem(List<String> command) throws IOException {
        for (String path : SYSTEM) {
            command.addAll(List.of("--ro-bind-try", path, path));
        }
        for (String path : LINKED) {
            Path link = Path.of(path);
            if (Files.isSymbolicLink(link)) {
                command.addAll(List.of("--symlink", Files.readSymbolicLink(link).toString(), path));
            } else {
                command.addAll(List.of("--ro-bind-try", path, path));
            }
        }
    }

    private static void addMemory(List<String> command, long bytes, String folder) {
        command.addAll(List.of("--size", Long.toString(bytes), "--tmpfs", folder));
    }
}
