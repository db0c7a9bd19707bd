package io.verisim.tabular;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes beside the file and moves into its place at the end. */
final class FileTableWriter implements TableWriter {

    private final Path file;
    private final TemporaryFile temporary;
    private final OutputStream out;
    private final TableWriter writer;
    private boolean finished;

    private FileTableWriter(Path file, TemporaryFile temporary, OutputStream out, TableWriter writer) {
        this.file = file;
        this.temporary = temporary;
        this.out = out;
        this.writer = writer;
    }

    static FileTableWriter open(Path file, WriterFactory writers, boolean overwrite) throws IOException {
        TemporaryFile temporary = TemporaryFile.beside(file, overwrite);
        try {
            OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(temporary.path(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    1 << 16);
            return new FileTableWriter(file, temporary, out, writers.open(out));
        } catch (IOException | RuntimeException e) {
            temporary.close();
            throw e;
        }
    }

    /** Begins a table on a stream. */
    interface WriterFactory {
        TableWriter open(OutputStream out) throws IOException;
    }

    @Override
    public void write(TypedTable block) throws IOException {
        try {
            writer.write(block);
        } catch (IOException e) {
            throw named(file, e);
        }
    }

    @Override
    public void finish() throws IOException {
        try {
            writer.finish();
            out.close();
            temporary.moveIntoPlace();
        } catch (IOException e) {
            throw named(file, e);
        }
        finished = true;
    }

    @Override
    public void close() throws IOException {
        try (temporary) {
            if (!finished) {
                discard();
            }
        }
    }

    /** Closing writes what is buffered: where it fails, nothing is lost that anyone wants. */
    private void discard() {
        try (OutputStream closing = out) {
            writer.close();
        } catch (IOException unwanted) {
            return;
        }
    }

    /** What a full disk says lacks the file that it had no room for. */
    private static IOException named(Path file, IOException failure) {
        if (failure instanceof FileSystemException) {
            return failure;
        }
        FileSystemException named = new FileSystemException(file.toString(), null, failure.getMessage());
        named.initCause(failure);
        return named;
    }
}
