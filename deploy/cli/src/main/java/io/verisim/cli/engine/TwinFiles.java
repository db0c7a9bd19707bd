package io.verisim.cli.engine;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import io.verisim.tabular.TableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of one generation, checked before any work is done.
 *
 * @param source the table to learn from
 * @param metadata SDV metadata of it
 * @param out the twin
 * @param report its quality report
 * @param force whether {@code out} and {@code report} may be replaced
 */
record TwinFiles(
        Path source,
        @Nullable Path metadata,
        Path out,
        @Nullable Path report,
        boolean force) {

    /**
     * Checks that what is read is there, what is written can be, and that no file is both.
     *
     * @throws CommandFailure USAGE where it is not so
     */
    static TwinFiles checked(
            @Nullable Path source, @Nullable Path metadata, @Nullable Path out, @Nullable Path report, boolean force)
            throws IOException {
        Path twin = Sources.required(out);
        refuse(!TableFiles.isWritable(twin), "--out", "a file that ends in .csv, .tsv, .parquet, .json or .jsonl");
        refuse(report != null && !QualityReports.isWritable(report), "--report", "a file that ends in .html or .json");
        TwinFiles files = new TwinFiles(Sources.existing(source), metadata, twin, report, force);
        if (metadata != null) {
            Sources.existing(metadata);
        }
        files.refuseSame();
        Sources.fresh(twin, force);
        if (report != null) {
            Sources.fresh(report, force);
        }
        return files;
    }

    private static void refuse(boolean wrong, String option, String wanted) {
        if (wrong) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "USAGE",
                    "The option " + option + " takes " + wanted + ".",
                    "See 'verisim generate --help'.");
        }
    }

    private void refuseSame() throws IOException {
        Map<String, Path> written = new LinkedHashMap<>();
        written.put("--out", out);
        if (report != null) {
            written.put("--report", report);
        }
        Map<String, Path> read = new LinkedHashMap<>();
        read.put("the source", source);
        if (metadata != null) {
            read.put("--metadata", metadata);
        }
        for (Map.Entry<String, Path> target : written.entrySet()) {
            for (Map.Entry<String, Path> other : read.entrySet()) {
                refuseSame(target, other.getKey(), other.getValue());
            }
            read.put(target.getKey(), target.getValue());
        }
    }

    private static void refuseSame(Map.Entry<String, Path> target, String role, Path other) throws IOException {
        if (isSame(target.getValue(), other)) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "SAME_FILE",
                    "The file '" + target.getValue() + "' is named twice: as " + role + " and as " + target.getKey()
                            + ".",
                    "Choose another name for " + target.getKey() + ".");
        }
    }

    private static boolean isSame(Path one, Path other) throws IOException {
        return Files.exists(one) && Files.exists(other)
                ? Files.isSameFile(one, other)
                : located(one).equals(located(other));
    }

    /** Where a file is or would be, whatever links lead to its folder. */
    private static Path located(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || Files.notExists(folder)
                ? file.toAbsolutePath().normalize()
                : folder.toRealPath().resolve(file.getFileName());
    }
}
