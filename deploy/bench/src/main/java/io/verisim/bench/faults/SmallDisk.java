package io.verisim.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A folder of the home on a small disk of its own, in memory, that can be filled up and emptied again. */
final class SmallDisk {

    private static final long LIMIT_SECONDS = 10;
    private static final byte[] PIECE = new byte[1 << 20];

    private final Path folder;
    private final Path filler;
    private final Thread onSignal;

    private SmallDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve(".filler");
        this.onSignal = new Thread(() -> release(folder), "release-disk");
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    /** Puts a folder on a disk of its own; empty where this process may not do so. */
    static Optional<SmallDisk> mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        boolean mounted = runs(
                List.of("mount", "-t", "tmpfs", "-o", "mode=0700,size=" + megabytes + "m", "tmpfs", folder.toString()));
        return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
    }

    Path folder() {
        return folder;
    }

    /** Writes until nothing fits any more. */
    void fill() {
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(PIECE);
            }
        } catch (IOException full) {
            // as it should be
        }
        try (OutputStream out = Files.newOutputStream(filler, StandardOpenOption.APPEND, StandardOpenOption.CREATE)) {
            while (true) {
                out.write(PIECE, 0, 1 << 10);
            }
        } catch (IOException full) {
            // now to the last block
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(filler);
    }

    /**
     * Takes the disk away.
     *
     * @param keep whether what lies on it is to stay in the folder
     */
    void unmount(boolean keep) throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            return; // the JVM is ending and does it by itself
        }
        try {
            empty();
            Path kept = folder.resolveSibling(folder.getFileName() + ".kept");
            if (keep) {
                runs(List.of("cp", "-a", folder.toString(), kept.toString()));
            }
            release(folder);
            if (keep) {
                Files.delete(folder);
                Files.move(kept, folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void release(Path folder) {
        try {
            runs(List.of("umount", "-l", folder.toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
