package io.verisim.tabular;

/**
 * How much is read from a file before it is refused.
 *
 * @param maxColumns most columns of a table
 * @param maxFieldChars longest field in UTF-16 units
 * @param maxBytes largest file, after decompression
 */
public record ReadLimits(int maxColumns, int maxFieldChars, long maxBytes) {

    public ReadLimits {
        if (maxColumns < 1 || maxFieldChars < 1 || maxBytes < 1) {
            throw new IllegalArgumentException("Limits are at least 1");
        }
    }

    /** 10,000 columns, 16 MiB a field, 64 GiB a file. */
    public static ReadLimits defaults() {
        return new ReadLimits(10_000, 16 << 20, 64L << 30);
    }

    public ReadLimits withMaxBytes(long bytes) {
        return new ReadLimits(maxColumns, maxFieldChars, bytes);
    }
}
