package io.verisim.tabular;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes beside the file and moves into its place at the end. */
final class FileTableWriter implements TableWriter {

    private final Path file;
    private final Path temporary;
    private final boolean overwrite;
    private final OutputStream out;
    private final TableWriter writer;
    private boolean finished;

    private FileTableWriter(Path file, Path temporary, boolean overwrite, OutputStream out, TableWriter writer) {
        this.file = file;
        this.temporary = temporary;
        this.overwrite = overwrite;
        this.out = out;
        this.writer = writer;
    }

    static FileTableWriter open(Path file, WriterFactory writers, boolean overwrite) throws IOException {
        refuseExisting(file, overwrite);
        String mark = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
        Path temporary = file.resolveSibling("." + file.getFileName() + "-" + mark + ".part");
        try {
            OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 1 << 16);
            return new FileTableWriter(file, temporary, overwrite, out, writers.open(out));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
    }

    /** Begins a table on a stream. */
    interface WriterFactory {
        TableWriter open(OutputStream out) throws IOException;
    }

    private static void refuseExisting(Path file, boolean overwrite) throws IOException {
        if (!overwrite && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
    }

    @Override
    public void write(TextTable block) throws IOException {
        writer.write(block);
    }

    @Override
    public void finish() throws IOException {
        writer.finish();
        out.close();
        refuseExisting(file, overwrite);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (!finished) {
            try (OutputStream closing = out) {
                writer.close();
            } finally {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
