package io.verisim.orchestrator.audit.adapter;

import io.verisim.orchestrator.audit.ChainWalk;
import io.verisim.orchestrator.audit.Finding;
import io.verisim.orchestrator.audit.Findings;
import io.verisim.orchestrator.audit.Head;
import io.verisim.orchestrator.audit.Link;
import io.verisim.orchestrator.audit.Verification;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Checks the whole log: every position of the chain against the one before and against its entry, entries without a
 * position, and the heads in the object store. Reads row by row from one snapshot, in which every entry is either in the
 * chain or pending.
 */
public final class AuditVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(AuditVerifier.class);
    private static final int FETCHED = 200;

    private final JdbcClient jdbc;
    private final Snapshots snapshots;
    private final AuditSealer sealer;
    private final AuditHeads heads;

    public AuditVerifier(JdbcClient jdbc, Snapshots snapshots, AuditSealer sealer, AuditHeads heads) {
        this.jdbc = jdbc;
        this.snapshots = snapshots;
        this.sealer = sealer;
        this.heads = heads;
    }

    /** Seals what waits and checks everything. */
    public Verification verify() {
        sealWhatCanBe();
        Findings findings = new Findings();
        ChainWalk walk = new ChainWalk(findings);
        snapshots.read(() -> {
            walk(walk);
            withoutPosition(findings);
            goneWhilePending(findings);
        });
        Head head = walk.head();
        // Heads are compared with the chain as it is now, since they may have been written after the snapshot.
        AuditHeads.Comparison comparison = heads.compare(sealer.head());
        comparison.report(findings);
        Long anchored = comparison.agreeing() == 0 ? null : comparison.agreeing();
        return new Verification(
                walk.entries(), findings.total() == 0, head, anchored, findings.kept(), findings.total());
    }

    private void sealWhatCanBe() {
        try {
            sealer.seal();
        } catch (DataIntegrityViolationException e) {
            LOG.warn("The audit chain refuses new entries; the verification goes on and shows why", e);
        }
    }

    private void walk(ChainWalk walk) {
        RowCallbackHandler next = row -> walk.next(new Link(
                row.getLong("position"),
                row.getLong("entry_seq"),
                Columns.uuid(row, "entry_id"),
                Objects.requireNonNull(row.getString("hash")),
                SealedRow.read(row)));
        jdbc.sql("SELECT c.position, c.entry_seq, c.entry_id, encode(c.hash, 'hex') AS hash, " + SealedRow.COLUMNS
                        + " FROM audit_chain c LEFT JOIN audit_log a ON a.seq = c.entry_seq ORDER BY c.position")
                .withFetchSize(FETCHED)
                .query(next);
        walk.end();
    }

    private void withoutPosition(Findings findings) {
        RowCallbackHandler each = row -> findings.add(
                Finding.Kind.INSERTED,
                null,
                Columns.uuid(row, "id"),
                "Entry " + row.getLong("seq") + " has no position in the chain and waits for none.");
        jdbc.sql("""
                        SELECT a.seq, a.id FROM audit_log a
                        WHERE NOT EXISTS (SELECT FROM audit_chain c WHERE c.entry_seq = a.seq)
                          AND NOT EXISTS (SELECT FROM audit_pending p WHERE p.seq = a.seq)
                        ORDER BY a.seq""").withFetchSize(FETCHED).query(each);
    }

    private void goneWhilePending(Findings findings) {
        RowCallbackHandler each = row -> findings.add(
                Finding.Kind.REMOVED,
                null,
                Columns.uuid(row, "entry_id"),
                "Entry " + row.getLong("seq") + " is gone; it still waits for its position.");
        jdbc.sql("""
                        SELECT p.seq, p.entry_id FROM audit_pending p
                        WHERE NOT EXISTS (SELECT FROM audit_log a WHERE a.seq = p.seq)
                        ORDER BY p.seq""").withFetchSize(FETCHED).query(each);
    }
}
