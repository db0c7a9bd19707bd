package io.verisim.orchestrator.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A position of the chain with the entry that it stands for.
 *
 * @param position counted from 1
 * @param seq number of the entry
 * @param entry id of the entry
 * @param hash hash of the position, 64 lower-case hexadecimal digits
 * @param fields the entry as it is now: its number, its id, then the rest; null where there is none any more
 */
public record Link(
        long position,
        long seq,
        UUID entry,
        String hash,
        @Nullable List<@Nullable String> fields) {

    /** Fields that say which entry it is; the others say what happened. */
    private static final int IDENTITY = 2;

    public Link {
        fields = fields == null ? null : Collections.unmodifiableList(new ArrayList<>(fields));
    }

    /** The position after another one, for an entry that joins the chain. */
    public static Link after(Head head, long seq, UUID entry, List<@Nullable String> fields) {
        return new Link(head.position() + 1, seq, entry, EntryHash.of(head.hash(), fields), fields);
    }

    /** The chain as it ends here. */
    public Head head() {
        return new Head(position, hash);
    }

    /** The same position without the entry itself. */
    public Link withoutFields() {
        return withFields(null);
    }

    Link withFields(@Nullable List<@Nullable String> others) {
        return new Link(position, seq, entry, hash, others);
    }

    Link withPlace(long otherPosition, String otherHash) {
        return new Link(otherPosition, seq, entry, otherHash, fields);
    }

    boolean follows(String previous) {
        return fields != null
                && entry.toString().equals(fields.get(1))
                && EntryHash.of(previous, fields).equals(hash);
    }

    /** This entry, had that happened to it which another one tells. */
    List<@Nullable String> with(List<@Nullable String> content) {
        List<@Nullable String> mixed = new ArrayList<>();
        mixed.add(Objects.requireNonNull(fields).getFirst());
        mixed.add(entry.toString());
        mixed.addAll(content.subList(IDENTITY, content.size()));
        return mixed;
    }
}
