package io.verisim.orchestrator.audit;

/**
 * Where the chain ends.
 *
 * @param position last position; 0 where it has none
 * @param hash hash of that position, 64 lower-case hexadecimal digits
 */
public record Head(long position, String hash) {

    /** The end of a chain without positions. */
    public static final Head NONE = new Head(0, EntryHash.GENESIS);
}
