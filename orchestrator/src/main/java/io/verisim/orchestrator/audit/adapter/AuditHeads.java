package io.verisim.orchestrator.audit.adapter;

import io.verisim.model.error.VerisimException;
import io.verisim.model.message.MessageCodec;
import io.verisim.orchestrator.audit.Finding;
import io.verisim.orchestrator.audit.Findings;
import io.verisim.orchestrator.audit.Head;
import io.verisim.orchestrator.objects.ObjectStore;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Heads of the chain in the object store, where whoever changes the database does not reach them. Position and hash are
 * in the name of the object, so that none is ever overwritten by another and a list of names is all that a verification
 * needs.
 */
public final class AuditHeads {

    static final String PREFIX = "audit/heads/";

    private static final Logger LOG = LoggerFactory.getLogger(AuditHeads.class);
    private static final Pattern KEY = Pattern.compile(PREFIX + "(\\d{20})-([0-9a-f]{64})\\.json");

    private final AuditSealer sealer;
    private final ObjectStore objects;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final AtomicLong anchored = new AtomicLong();

    public AuditHeads(AuditSealer sealer, ObjectStore objects, JdbcClient jdbc, Clock clock) {
        this.sealer = sealer;
        this.objects = objects;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes the head where the chain has moved; what fails is done by the next call. */
    public void anchor() {
        Head head = sealer.head();
        if (head.position() == anchored.get() || head.position() == 0) {
            return;
        }
        try {
            write(head);
            anchored.set(head.position());
        } catch (VerisimException e) {
            LOG.warn(
                    "The head of the audit chain waits for the object store: {}",
                    e.detail().message());
        }
    }

    private void write(Head head) {
        String key = key(head);
        AtomicBoolean there = new AtomicBoolean();
        objects.list(key, keys -> there.compareAndSet(false, keys.contains(key)));
        if (!there.get()) {
            Map<String, Object> document =
                    Map.of("position", head.position(), "hash", head.hash(), "at", clock.instant());
            byte[] content = MessageCodec.mapper().writeValueAsBytes(document);
            objects.put(key, "application/json", content.length, () -> new ByteArrayInputStream(content));
        }
    }

    private static String key(Head head) {
        return PREFIX + String.format(Locale.ROOT, "%020d", head.position()) + "-" + head.hash() + ".json";
    }

    /**
     * Compares every head that was ever written with the chain.
     *
     * @param end last position of the chain
     */
    Comparison compare(Head end) {
        Comparison comparison = new Comparison(end);
        objects.list(PREFIX, keys -> comparison.take(written(keys)));
        return comparison;
    }

    private static List<Head> written(List<String> keys) {
        List<Head> heads = new ArrayList<>();
        for (String key : keys) {
            Matcher matcher = KEY.matcher(key);
            if (matcher.matches()) {
                heads.add(new Head(Long.parseLong(matcher.group(1)), matcher.group(2)));
            }
        }
        return heads;
    }

    /** What agrees and what does not, without the list of it all. */
    final class Comparison {

        private final Head end;
        private long agreeing;
        private long beyond;
        private long differing;
        private long firstDiffering = Long.MAX_VALUE;

        private Comparison(Head end) {
            this.end = end;
        }

        private void take(List<Head> written) {
            Map<Long, String> chain = hashes(written);
            for (Head head : written) {
                String hash = chain.get(head.position());
                if (head.hash().equals(hash)) {
                    agreeing = Math.max(agreeing, head.position());
                } else if (hash != null) {
                    differing++;
                    firstDiffering = Math.min(firstDiffering, head.position());
                } else if (head.position() > end.position()) {
                    beyond = Math.max(beyond, head.position());
                }
            }
        }

        private Map<Long, String> hashes(List<Head> written) {
            Map<Long, String> hashes = new HashMap<>();
            if (!written.isEmpty()) {
                RowCallbackHandler each = row -> hashes.put(row.getLong("position"), row.getString("hash"));
                jdbc.sql("SELECT position, encode(hash, 'hex') AS hash FROM audit_chain WHERE position IN (:positions)")
                        .param("positions", written.stream().map(Head::position).toList())
                        .query(each);
            }
            return hashes;
        }

        /** Last position that agrees; 0 where none does. */
        long agreeing() {
            return agreeing;
        }

        void report(Findings findings) {
            if (beyond > 0) {
                findings.add(
                        Finding.Kind.CUT,
                        end.position() + 1,
                        null,
                        "The chain ends at position " + end.position() + "; the object store knows position " + beyond
                                + ".");
            }
            if (differing > 0) {
                findings.add(
                        Finding.Kind.REWRITTEN,
                        firstDiffering,
                        null,
                        "The chain differs from what the object store holds, at " + differing
                                + " of the positions written there, first at " + firstDiffering + ".");
            }
        }
    }
}
