package io.verisim.synthesizer.quality.picture;

import io.verisim.synthesizer.quality.chart.Charts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The pictures of a report in one ZIP file, whose bytes depend on the pictures alone. */
public final class PictureArchive {

    /** The earliest time that the format knows. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PictureArchive() {}

    /**
     * Draws and packs.
     *
     * @param folder for the single pictures
     */
    public static void write(Charts charts, Path folder, Path archive) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Path picture : Pictures.write(charts, folder)) {
                ZipEntry entry = new ZipEntry(String.valueOf(picture.getFileName()));
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                Files.copy(picture, zip);
                zip.closeEntry();
            }
        }
    }
}
