package io.verisim.orchestrator.audit.adapter;

import io.verisim.orchestrator.audit.Head;
import io.verisim.orchestrator.audit.Link;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives entries their place in the chain, after they are committed, so that whoever writes an entry waits for nobody.
 * One orchestrator does it at a time. An entry that has gone while it waited stays among the pending ones, for the
 * verification to find.
 */
public final class AuditSealer {

    private static final int BATCH = 500;
    private static final int FETCHED = 50;
    private static final long NOTHING = Long.MAX_VALUE;

    /** Key of the advisory lock. */
    private static final long LOCK = 0x7665726973696d01L;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate template;
    private final TransactionTemplate transactions;

    public AuditSealer(JdbcClient jdbc, NamedParameterJdbcTemplate template, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.template = template;
        this.transactions = transactions;
    }

    /** Seals every entry that is committed by now. */
    public void seal() {
        long seen = 0;
        while (seen != NOTHING) {
            long after = seen;
            boolean any = jdbc.sql("SELECT EXISTS (SELECT FROM audit_pending WHERE seq > :after)")
                    .param("after", after)
                    .query(Boolean.class)
                    .single();
            seen = any
                    ? Objects.requireNonNullElse(transactions.execute(status -> sealAfter(after)), NOTHING)
                    : NOTHING;
        }
    }

    /** Seals some of what waits; returns the last number seen, so that what has gone does not hold up the rest. */
    private long sealAfter(long after) {
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .single();
        SortedMap<Long, UUID> waiting = waiting(after);
        if (waiting.isEmpty()) {
            return NOTHING;
        }
        List<Link> links = links(head(), waiting);
        append(links);
        jdbc.sql("DELETE FROM audit_pending WHERE seq = ANY (:sealed)")
                .param("sealed", links.stream().map(Link::seq).toArray(Long[]::new))
                .update();
        return waiting.lastKey();
    }

    private SortedMap<Long, UUID> waiting(long after) {
        SortedMap<Long, UUID> waiting = new TreeMap<>();
        RowCallbackHandler each = row -> waiting.put(row.getLong("seq"), Columns.uuid(row, "entry_id"));
        jdbc.sql("SELECT seq, entry_id FROM audit_pending WHERE seq > :after ORDER BY seq LIMIT :limit")
                .param("after", after)
                .param("limit", BATCH)
                .query(each);
        return waiting;
    }

    /** Where the chain ends. */
    Head head() {
        return jdbc.sql("SELECT position, encode(hash, 'hex') AS hash FROM audit_chain ORDER BY position DESC LIMIT 1")
                .query((row, number) -> new Head(row.getLong("position"), row.getString("hash")))
                .optional()
                .orElse(Head.NONE);
    }

    /** The next entries, each following the one before; their fields are forgotten once they are hashed. */
    private List<Link> links(Head before, SortedMap<Long, UUID> waiting) {
        List<Link> links = new ArrayList<>();
        RowCallbackHandler next = row -> {
            Head head = links.isEmpty() ? before : links.getLast().head();
            long seq = row.getLong("seq");
            links.add(Link.after(
                            head,
                            seq,
                            Objects.requireNonNull(waiting.get(seq)),
                            Objects.requireNonNull(SealedRow.read(row)))
                    .withoutFields());
        };
        // By number alone: a join with the queue, whose size changes all the time, is now and then planned badly.
        jdbc.sql("SELECT a.seq, " + SealedRow.COLUMNS + " FROM audit_log a WHERE a.seq = ANY (:waiting) ORDER BY a.seq")
                .param("waiting", waiting.keySet().toArray(Long[]::new))
                .withFetchSize(FETCHED)
                .query(next);
        return links;
    }

    private void append(List<Link> links) {
        SqlParameterSource[] rows = links.stream()
                .map(link -> new MapSqlParameterSource()
                        .addValue("position", link.position())
                        .addValue("seq", link.seq())
                        .addValue("entry", link.entry())
                        .addValue("hash", HexFormat.of().parseHex(link.hash())))
                .toArray(SqlParameterSource[]::new);
        template.batchUpdate("""
                INSERT INTO audit_chain (position, entry_seq, entry_id, hash)
                VALUES (:position, :seq, :entry, :hash)""", rows);
    }
}
