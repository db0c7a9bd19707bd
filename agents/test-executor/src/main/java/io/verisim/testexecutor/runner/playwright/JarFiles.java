package io.verisim.testexecutor.runner.playwright;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The jar that a class comes from, as a file, also where it is nested in an executable jar. */
final class JarFiles {

    private static final String NESTED = "nested:";
    private static final Map<Class<?>, Path> LOCAL = new ConcurrentHashMap<>();

    private JarFiles() {}

    static void copy(Class<?> type, Path target) throws IOException {
        Files.copy(local(type), target);
    }

    /** The jar of a class as a file of its own. */
    static Path local(Class<?> type) throws IOException {
        Path known = LOCAL.get(type);
        if (known == null) {
            known = find(type.getProtectionDomain().getCodeSource().getLocation());
            LOCAL.put(type, known);
        }
        return known;
    }

    private static Path find(URL location) throws IOException {
        String text = location.toString();
        int nested = text.indexOf(NESTED);
        if (nested < 0) {
            return Path.of(java.net.URI.create(text));
        }
        // jar:nested:/path/to/app.jar/!BOOT-INF/lib/library.jar!/
        String[] parts = text.substring(nested + NESTED.length()).split("/?!/?", -1);
        try (ZipFile outer = new ZipFile(parts[0])) {
            ZipEntry entry = outer.getEntry(parts[1]);
            Path copy = Files.createTempFile("verisim-", ".jar");
            copy.toFile().deleteOnExit();
            try (InputStream in = outer.getInputStream(entry)) {
                Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            return copy;
        }
    }

    /** Unpacks all files below a folder of the jar of a class. */
    static void unpack(Class<?> type, String folder, Path target) throws IOException {
        try (ZipFile jar = new ZipFile(local(type).toFile())) {
            Enumeration<? extends ZipEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(folder) && !entry.isDirectory()) {
                    Path file = target.resolve(entry.getName().substring(folder.length()))
                            .normalize();
                    if (!file.startsWith(target)) {
                        throw new IOException("Entry outside of its folder: " + entry.getName());
                    }
                    Files.createDirectories(file.getParent());
                    try (InputStream in = jar.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
    }
}
