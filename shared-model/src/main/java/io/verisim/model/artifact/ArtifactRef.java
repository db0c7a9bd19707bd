package io.verisim.model.artifact;

import io.verisim.model.table.TableSchema;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Points at immutable content in object storage. Whoever reads it verifies {@code bytes} and {@code sha256} first.
 *
 * @param uri {@code s3://bucket/key}; the key is named by content, so that writing it again writes the same object
 * @param mediaType IANA media type, such as {@code text/csv} or {@code application/json}
 * @param sha256 SHA-256 of the content, 64 lower-case hexadecimal digits
 * @param bytes size of the content in bytes
 * @param rows number of data rows where the content is a table
 * @param schema columns of the content where it is a table
 */
public record ArtifactRef(
        URI uri,
        String mediaType,
        String sha256,
        long bytes,
        @Nullable Long rows,
        @Nullable TableSchema schema) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public ArtifactRef {
        if (!SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in lower-case hexadecimal: '" + sha256 + "'");
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("An artifact cannot have " + bytes + " bytes");
        }
        if (mediaType.isBlank()) {
            throw new IllegalArgumentException("An artifact needs a media type");
        }
    }

    /** The last segment of the key, for display and for file names. */
    public String name() {
        String path = uri.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public ArtifactRef withTable(long rowCount, TableSchema tableSchema) {
        return new ArtifactRef(uri, mediaType, sha256, bytes, rowCount, tableSchema);
    }
}
