package io.verisim.embedded.postgres;

import io.verisim.embedded.home.PrivateFiles;
import io.verisim.model.error.VerisimException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs, unpacked from the class path once and kept. */
final class PostgresBinaries {

    private static final int FINGERPRINT_BYTES = 1 << 16;

    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin/postgres}, unpacked at the first call. Several processes may call at once: each
     * unpacks aside, the first to finish wins.
     */
    static Path unpackedUnder(Path cache) {
        String archive = archiveName();
        URL resource = PostgresBinaries.class.getResource("/" + archive);
        if (resource == null) {
            throw VerisimException.configuration(
                    "POSTGRES_NO_BINARIES",
                    "There is no embedded PostgreSQL for this machine ('" + archive + "' is not on the class path).",
                    "Use the services profile with a PostgreSQL server, or add the binaries of this platform.");
        }
        try {
            Path target = PrivateFiles.directory(cache).resolve(fingerprint(archive, resource));
            if (!Files.isDirectory(target)) {
                unpack(resource, target);
            }
            return target;
        } catch (IOException e) {
            throw VerisimException.integration(
                    "POSTGRES_NOT_UNPACKED",
                    "The PostgreSQL programs could not be unpacked under " + cache + ".",
                    "Free some space there (80 MB), or set VERISIM_POSTGRES_CACHE to another folder.",
                    e);
        }
    }

    private static String archiveName() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String os = system.startsWith("mac") ? "darwin" : system.startsWith("windows") ? "windows" : "linux";
        String cpu = System.getProperty("os.arch", "");
        String arch = switch (cpu) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> cpu;
        };
        return "postgres-" + os + "-" + arch + ".txz";
    }

    /** Size and first bytes tell one build from another; hashing all of it would cost a start more than it gives. */
    private static String fingerprint(String archive, URL resource) throws IOException {
        URLConnection connection = resource.openConnection();
        CRC32 crc = new CRC32();
        long size = connection.getContentLengthLong();
        try (InputStream in = connection.getInputStream()) {
            crc.update(in.readNBytes(FINGERPRINT_BYTES));
        }
        return archive.replace(".txz", "") + "-" + size + "-" + Long.toHexString(crc.getValue());
    }

    private static void unpack(URL resource, Path target) throws IOException {
        Path aside = Files.createTempDirectory(target.getParent(), "unpacking-");
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(resource.openStream(), 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, aside);
            }
        }
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException anotherProcessWasFaster) {
            Trees.delete(aside);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        Path file = root.resolve(entry.getName()).normalize();
        if (!file.startsWith(root)) {
            throw new IOException("The archive names a file outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, root.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0) {
                makeExecutable(file);
            }
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> mode = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            mode.add(PosixFilePermission.OWNER_EXECUTE);
            mode.add(PosixFilePermission.GROUP_EXECUTE);
            mode.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(file, mode);
        }
    }
}
