package io.verisim.tabular;

import io.verisim.model.error.VerisimException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file to be read, decompressed on the way where it is gzip, and refused where it is larger than allowed. */
public final class SourceFile {

    private static final int HEAD = 64 << 10;

    private final Path path;
    private final long maxBytes;
    private final boolean gzip;
    private final byte[] head;

    private SourceFile(Path path, long maxBytes, boolean gzip, byte[] head) {
        this.path = path;
        this.maxBytes = maxBytes;
        this.gzip = gzip;
        this.head = head;
    }

    /**
     * Looks at the file's beginning.
     *
     * @throws NoSuchFileException where there is no such file
     * @throws VerisimException DATA where it is no regular file, empty, or too large
     */
    static SourceFile of(Path path, ReadLimits limits) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isRegularFile(path)) {
            throw new TableErrors(path).of("TABLE_NOT_A_FILE", "is not a file", "Name a file with a table.", Map.of());
        }
        byte[] raw;
        try (InputStream in = Files.newInputStream(path)) {
            raw = in.readNBytes(2);
        }
        boolean gzip = raw.length == 2 && (raw[0] & 0xff) == 0x1f && (raw[1] & 0xff) == 0x8b;
        SourceFile file = new SourceFile(path, limits.maxBytes(), gzip, new byte[0]);
        byte[] head;
        try (InputStream in = file.open()) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw new TableErrors(path)
                    .of("TABLE_EMPTY_FILE", "is empty", "Give a file with a header row and data.", Map.of());
        }
        return new SourceFile(path, limits.maxBytes(), gzip, head);
    }

    public Path path() {
        return path;
    }

    /** Whether what {@link #path()} holds is compressed as a whole, so that only {@link #open()} gives its content. */
    public boolean gzip() {
        return gzip;
    }

    /** The first 64 KiB of the content, or all of it. Not a copy: read only. */
    public byte[] head() {
        return head;
    }

    public boolean startsWith(int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** File name in lower case, without {@code .gz}. */
    public String lowerName() {
        return withoutGzip(path.getFileName().toString().toLowerCase(Locale.ROOT));
    }

    static String withoutGzip(String lowerName) {
        return lowerName.endsWith(".gz") ? lowerName.substring(0, lowerName.length() - 3) : lowerName;
    }

    /** File name without its suffix. */
    public String stem() {
        String name = path.getFileName().toString();
        String plain = name.substring(0, lowerName().length());
        int dot = plain.lastIndexOf('.');
        return dot > 0 ? plain.substring(0, dot) : plain;
    }

    /** The content from its beginning. */
    public InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            return new Limited(gzip ? new GZIPInputStream(in, 1 << 16) : in, errors(), maxBytes);
        } catch (IOException e) {
            in.close();
            throw brokenGzip(errors());
        }
    }

    public TableErrors errors() {
        return new TableErrors(path);
    }

    private static VerisimException brokenGzip(TableErrors errors) {
        return errors.of(
                "TABLE_BROKEN_GZIP",
                "is no complete gzip file",
                "Compress it again, or give it uncompressed.",
                Map.of());
    }

    /** Counts what is read; only gzip ends a stream too early, or finds it malformed. */
    private static final class Limited extends FilterInputStream {

        private final TableErrors errors;
        private final long limit;
        private long left;

        Limited(InputStream in, TableErrors errors, long limit) {
            super(in);
            this.errors = errors;
            this.limit = limit;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int value;
            try {
                value = super.read();
            } catch (EOFException | ZipException e) {
                throw brokenGzip(errors);
            }
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count;
            try {
                count = super.read(buffer, offset, length);
            } catch (EOFException | ZipException e) {
                throw brokenGzip(errors);
            }
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw errors.of(
                        "TABLE_TOO_LARGE",
                        "holds more than " + limit + " bytes",
                        "Split the file, or raise the limit.",
                        Map.of());
            }
        }
    }
}
