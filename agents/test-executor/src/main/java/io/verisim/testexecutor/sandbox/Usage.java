package io.verisim.testexecutor.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * What processes use, by Linux's process file system.
 *
 * @param processes how many there are
 * @param memoryBytes their private and shared memory; files that are only mapped do not count. Much cheaper to know than
 *     proportional set sizes, for which the kernel walks all pages
 */
record Usage(int processes, long memoryBytes) {

    private static final long KIB = 1024;

    static Usage of(Collection<ProcessHandle> all) {
        long memory = 0;
        for (ProcessHandle process : all) {
            memory += memory(process.pid());
        }
        return new Usage(all.size(), memory);
    }

    /** 0 for a process that is gone. */
    private static long memory(long pid) {
        long bytes = 0;
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"), StandardCharsets.ISO_8859_1)) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("RssAnon:") || line.startsWith("RssShmem:")) {
                    bytes += Long.parseLong(line.replaceAll("[^0-9]", "")) * KIB;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            return bytes;
        }
        return bytes;
    }

    /** Bytes of the files below a directory; looks no further once they exceed the limit, and follows no link. */
    static long disk(Path directory, long limit) {
        try (Stream<Path> files = Files.walk(directory)) {
            long bytes = 0;
            for (Path file : (Iterable<Path>) files::iterator) {
                bytes += size(file);
                if (bytes > limit) {
                    return bytes;
                }
            }
            return bytes;
        } catch (IOException | UncheckedIOException e) {
            // files come and go while it is looked at; the next look is soon
            return 0;
        }
    }

    /** 0 for a file that is gone: one that goes must not hide the others. */
    private static long size(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .size();
        } catch (IOException e) {
            return 0;
        }
    }
}
