package io.verisim.orchestrator.audit;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was written.
 *
 * @param kind what happened
 * @param position place in the chain; null where it has none
 * @param entry id of the entry; null where it is not known
 * @param detail a sentence for people
 */
public record Finding(
        Kind kind, @Nullable Long position, @Nullable UUID entry, String detail) {

    /** What can be found. */
    public enum Kind {
        /** An entry is not what its hash says. */
        ALTERED,
        /** An entry or a position is gone. */
        REMOVED,
        /** An entry came in by another way than the orchestrator's. */
        INSERTED,
        /** Two entries have changed places. */
        SWAPPED,
        /** The chain ends before a position that was written to the object store. */
        CUT,
        /** The chain agrees with itself but not with what was written to the object store. */
        REWRITTEN;

        /** As it is written in documents. */
        @com.fasterxml.jackson.annotation.JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
