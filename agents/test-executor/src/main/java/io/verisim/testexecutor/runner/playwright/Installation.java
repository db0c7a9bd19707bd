package io.verisim.testexecutor.runner.playwright;

import com.google.gson.Gson;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.impl.driver.Driver;
import io.verisim.testexecutor.runner.playwright.inside.SandboxMain;
import io.verisim.testexecutor.sandbox.Directories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.opentest4j.AssertionFailedError;

/**
 * What sandboxes of this framework share, prepared once: the jars of the runner, and the driver of Playwright unpacked,
 * so that no test has to do so.
 *
 * @param directory read-only for sandboxes
 */
record Installation(Path directory) {

    private static final List<Class<?>> LIBRARIES =
            List.of(Playwright.class, Driver.class, Gson.class, AssertionFailedError.class);

    private static final String RUNNER_JAR = "runner.jar";

    private static final List<String> RUNNER_CLASSES =
            List.of("SandboxMain", "Relay", "BrowserSession", "BrowserSession$Ending", "JobFile", "Redactor");

    static Installation prepare(Path base) throws IOException {
        Path ready = base.resolve("playwright-" + version());
        if (Files.notExists(ready)) {
            Files.createDirectories(base);
            Path building = Files.createTempDirectory(base, ".preparing-");
            try {
                build(building);
                move(building, ready);
            } finally {
                Directories.delete(building);
            }
        }
        return new Installation(ready);
    }

    private static void build(Path target) throws IOException {
        Path lib = Files.createDirectories(target.resolve("lib"));
        for (Class<?> library : LIBRARIES) {
            JarFiles.copy(library, lib.resolve(library.getSimpleName() + ".jar"));
        }
        packRunner(lib.resolve(RUNNER_JAR));
        Path driver = Files.createDirectories(target.resolve("driver"));
        JarFiles.unpack(Driver.class, "driver/package/", driver.resolve("package"));
        unpackNode(driver);
    }

    /** A jar, since the archive of classes takes none from folders. */
    private static void packRunner(Path jar) throws IOException {
        String folder = SandboxMain.class.getPackageName().replace('.', '/');
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : RUNNER_CLASSES) {
                try (InputStream in = SandboxMain.class.getResourceAsStream(name + ".class")) {
                    out.putNextEntry(new ZipEntry(folder + "/" + name + ".class"));
                    Objects.requireNonNull(in, name).transferTo(out);
                    out.closeEntry();
                }
            }
        }
    }

    private static void unpackNode(Path driver) throws IOException {
        String platform =
                System.getProperty("os.arch").toLowerCase(Locale.ROOT).contains("aarch64") ? "linux-arm64" : "linux";
        Path node = driver.resolve("node");
        try (InputStream in = Playwright.class.getResourceAsStream("/driver/" + platform + "/node")) {
            Files.copy(Objects.requireNonNull(in, "driver-bundle holds no node for " + platform), node);
        }
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void move(Path building, Path ready) throws IOException {
        Files.setPosixFilePermissions(building, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(building, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException | AtomicMoveNotSupportedException e) {
            if (Files.notExists(ready)) {
                throw e;
            }
        } catch (java.nio.file.FileSystemException e) {
            if (Files.notExists(ready)) { // otherwise another process was faster
                throw e;
            }
        }
    }

    /** Changes with the version of Playwright and with the runner's own classes. */
    private static String version() throws IOException {
        long hash = 0;
        for (String name : RUNNER_CLASSES) {
            try (InputStream in = SandboxMain.class.getResourceAsStream(name + ".class")) {
                hash = 31 * hash + (in == null ? 0 : java.util.Arrays.hashCode(in.readAllBytes()));
            }
        }
        String playwright = Playwright.class.getPackage().getImplementationVersion();
        return (playwright == null ? "x" : playwright) + "-" + Long.toHexString(hash & 0xFFFF_FFFFL);
    }

    /** Class path of the process in the sandbox, always in the same order, as the class archive wants it. */
    String classPath() {
        List<String> entries = new ArrayList<>();
        entries.add(directory.resolve("lib").resolve(RUNNER_JAR).toString());
        for (Class<?> library : LIBRARIES) {
            entries.add(directory
                    .resolve("lib")
                    .resolve(library.getSimpleName() + ".jar")
                    .toString());
        }
        return String.join(":", entries);
    }

    Path driver() {
        return directory.resolve("driver");
    }

    /** The archive of loaded classes; made at the first use. */
    Path archive() {
        return directory.resolve("runner.jsa");
    }

    /** What a generated test is compiled against. */
    static Set<Path> playwrightJars() throws IOException {
        return Set.of(JarFiles.local(Playwright.class), JarFiles.local(AssertionFailedError.class));
    }
}
