package io.verisim.tabular;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.TableSchema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tables in files, of every format there is a {@link TableFormat} for. */
public final class TableFiles {

    private TableFiles() {}

    /**
     * Reads a table into memory.
     *
     * @throws java.nio.file.NoSuchFileException where there is no such file
     * @throws VerisimException DATA where it holds no table; names file, row and column
     */
    public static TextTable read(Path file, ReadOptions options) throws IOException {
        return load(file, options).table();
    }

    /** As {@link #read}, and tells what was detected. */
    public static LoadedTable load(Path file, ReadOptions options) throws IOException {
        SourceFile source = SourceFile.of(file, options.limits());
        String name = options.tableName();
        TextTableBuilder builder = new TextTableBuilder(name == null ? source.stem() : name);
        TableFormat format = formatOf(source);
        format.read(source, options, builder);
        return new LoadedTable(builder.build(), format.name(), builder.notes());
    }

    /** Reads a table row by row, in memory that does not grow with the file. */
    public static void scan(Path file, ReadOptions options, RowSink sink) throws IOException {
        SourceFile source = SourceFile.of(file, options.limits());
        formatOf(source).read(source, options, sink);
    }

    /**
     * Writes a table to a file, in the format that its suffix names. The file appears when the writer is finished; until
     * then its content lies in a hidden file beside it.
     *
     * @param overwrite whether a file that exists may be replaced
     * @throws FileAlreadyExistsException where the file exists and may not be replaced
     * @throws VerisimException CONFIGURATION where no format has the suffix
     */
    public static TableWriter writer(Path file, TableSchema schema, boolean overwrite) throws IOException {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        Suffixed found = bySuffix(name).orElseThrow(() -> noFormat("'" + file.getFileName() + "'"));
        return FileTableWriter.open(file, out -> found.format.writer(out, found.suffix, schema), overwrite);
    }

    /**
     * Writes a table to a stream, which stays open.
     *
     * @param suffix of a format, with or without its dot, such as {@code csv}
     */
    public static TableWriter writer(OutputStream out, String suffix, TableSchema schema) throws IOException {
        Suffixed found = bySuffix(suffix.startsWith(".") ? suffix : "." + suffix)
                .orElseThrow(() -> noFormat("'" + suffix + "'"));
        return found.format.writer(out, found.suffix, schema);
    }

    /** Whether {@link #writer(Path, TableSchema, boolean)} knows the suffix of the file. */
    public static boolean isWritable(Path file) {
        Path name = file.getFileName();
        return name != null
                && bySuffix(name.toString().toLowerCase(Locale.ROOT)).isPresent();
    }

    /** Whether the file is named as a table is, compressed or not. */
    public static boolean isReadable(Path file) {
        Path name = file.getFileName();
        return name != null
                && bySuffix(SourceFile.withoutGzip(name.toString().toLowerCase(Locale.ROOT)))
                        .isPresent();
    }

    private static VerisimException noFormat(String what) {
        String known = formats().stream()
                .flatMap(format -> format.suffixes().stream())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining(", "));
        return VerisimException.configuration(
                "TABLE_UNKNOWN_FORMAT", "No known format for " + what + ".", "Use one of the suffixes " + known + ".");
    }

    /** What the content says goes before what the name says; a name that says nothing means delimited text. */
    private static TableFormat formatOf(SourceFile source) {
        List<TableFormat> formats = formats();
        return formats.stream()
                .filter(format -> format.recognises(source))
                .findFirst()
                .or(() -> bySuffix(source.lowerName()).map(Suffixed::format))
                .or(() -> bySuffix(".csv").map(Suffixed::format))
                .orElseThrow();
    }

    private static Optional<Suffixed> bySuffix(String lowerName) {
        return formats().stream()
                .flatMap(format -> format.suffixes().stream().map(suffix -> new Suffixed(format, suffix)))
                .filter(suffixed -> lowerName.endsWith(suffixed.suffix))
                .findFirst();
    }

    private static List<TableFormat> formats() {
        return ServiceLoader.load(TableFormat.class, TableFormat.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private record Suffixed(TableFormat format, String suffix) {}
}
