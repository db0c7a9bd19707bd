package io.verisim.orchestrator.audit.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.verisim.embedded.junit.TestServices;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.orchestrator.audit.Finding;
import io.verisim.orchestrator.audit.Finding.Kind;
import io.verisim.orchestrator.audit.Head;
import io.verisim.orchestrator.audit.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

/** What is done to the log behind the orchestrator's back is found, and what is not done is not. */
@Tag("services")
@ExtendWith(VerisimServices.class)
class AuditTamperTest {

    private AuditBench bench;

    @BeforeEach
    void open(TestServices services) {
        bench = new AuditBench(services);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anEmptyLogIsIntact() {
        assertThat(bench.verify()).isEqualTo(new Verification(0, true, null, null, List.of(), 0));
    }

    @Test
    void whatManyThreadsWriteWhileItIsSealedIsIntactAndWithoutGaps() throws Exception {
        int threads = 8;
        int each = 40;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads + 2)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                writing.add(pool.submit(() -> bench.append(each)));
            }
            for (int i = 0; i < 2; i++) {
                writing.add(pool.submit(() -> {
                    for (int n = 0; n < 20; n++) {
                        bench.sealer.seal();
                        bench.heads.anchor();
                        assertThat(bench.verify().findings()).isEmpty();
                    }
                }));
            }
            for (Future<?> one : writing) {
                one.get();
            }
        }
        Verification verification = bench.verify();
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.intact()).isTrue();
        assertThat(verification.entries()).isEqualTo(threads * each);
        assertThat(verification.head()).extracting(Head::position).isEqualTo((long) threads * each);
        assertThat(bench.count("audit_pending")).isZero();
        assertThat(bench.jdbc
                        .sql("SELECT max(position) - min(position) + 1 FROM audit_chain")
                        .query(Long.class)
                        .single())
                .isEqualTo((long) threads * each);
    }

    @Test
    void anEntryThatCommitsLateIsSealedLate() {
        bench.transactions.executeWithoutResult(status -> {
            bench.append("late");
            Thread other = Thread.ofPlatform().start(() -> bench.sealed(3));
            join(other);
        });
        bench.sealed(1);
        assertThat(bench.jdbc
                        .sql("SELECT entry_seq FROM audit_chain ORDER BY position")
                        .query(Long.class)
                        .list())
                .containsExactly(2L, 3L, 4L, 1L, 5L);
        assertThat(bench.verify().intact()).isTrue();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEntryWhoseTransactionFailsIsNowhere() {
        bench.transactions.executeWithoutResult(status -> {
            bench.append("never");
            status.setRollbackOnly();
        });
        bench.sealed(2);
        Verification verification = bench.verify();
        assertThat(verification.intact()).isTrue();
        assertThat(verification.entries()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_log SET action = 'nothing' WHERE seq = 4",
                "UPDATE audit_log SET at = at + interval '1 microsecond' WHERE seq = 4",
                "UPDATE audit_log SET detail = '{\"n\": 2}' WHERE seq = 4",
                "UPDATE audit_log SET task_id = gen_random_uuid() WHERE seq = 4",
                "UPDATE audit_log SET id = gen_random_uuid() WHERE seq = 4",
                "UPDATE audit_chain SET entry_id = gen_random_uuid() WHERE position = 4"
            })
    void anAlteredEntryIsFound(String change) {
        bench.sealed(9);
        bench.tamper(change);
        assertFound(tuple(Kind.ALTERED, 4L));
    }

    @Test
    void aRemovedEntryIsFound() {
        bench.sealed(9);
        bench.tamper("DELETE FROM audit_log WHERE seq = 4");
        assertFound(tuple(Kind.REMOVED, 4L));
    }

    @Test
    void anEntryRemovedWithItsPositionIsFound() {
        bench.sealed(9);
        bench.tamper("DELETE FROM audit_log WHERE seq = 4", "DELETE FROM audit_chain WHERE position = 4");
        assertFound(tuple(Kind.REMOVED, 4L));
    }

    @Test
    void anEntryRemovedBeforeItWasSealedIsFound() {
        bench.sealed(3);
        bench.append(2);
        bench.tamper("DELETE FROM audit_log WHERE seq = 4");
        assertFound(tuple(Kind.REMOVED, null));
        assertThat(bench.verify().entries()).isEqualTo(4);
    }

    @Test
    void anInsertedEntryIsFound() {
        bench.sealed(9);
        bench.sql("""
                INSERT INTO audit_log (id, project, at, actor_kind, actor_id, action)
                VALUES (gen_random_uuid(), 'default', now(), 'user', 'eve', 'nothing')""");
        assertFound(tuple(Kind.INSERTED, null));
    }

    @Test
    void twoSwappedEntriesAreFoundAsSuch() {
        bench.sealed(9);
        bench.tamper("""
                UPDATE audit_log a SET action = b.action, at = b.at, detail = b.detail FROM audit_log b
                WHERE (a.seq, b.seq) IN ((3, 7), (7, 3))""");
        assertFound(tuple(Kind.SWAPPED, 3L));
    }

    @Test
    void aCutTailIsFound() {
        bench.sealed(9);
        bench.tamper("DELETE FROM audit_log WHERE seq > 6", "DELETE FROM audit_chain WHERE position > 6");
        assertFound(tuple(Kind.CUT, 7L));
    }

    @Test
    void aCutTailThatHasGrownAgainIsFound() {
        bench.sealed(9);
        bench.tamper("DELETE FROM audit_log WHERE seq > 6", "DELETE FROM audit_chain WHERE position > 6");
        bench.append(12);
        assertFound(tuple(Kind.REWRITTEN, 9L));
    }

    @Test
    void aChainRewrittenFromAnAlteredEntryOnIsFound() {
        bench.sealed(4);
        bench.sealed(5);
        bench.tamper(
                "UPDATE audit_log SET action = 'nothing' WHERE seq = 2",
                "INSERT INTO audit_pending SELECT entry_seq, entry_id FROM audit_chain",
                "DELETE FROM audit_chain");
        assertFound(tuple(Kind.REWRITTEN, 4L));
        assertThat(bench.verify().anchored()).isNull();
    }

    @Test
    void aForgedPositionThatStopsTheSealingIsShown() {
        bench.sealed(3);
        bench.sql("INSERT INTO audit_chain VALUES (4, 4, gen_random_uuid(), sha256('x'))");
        bench.append(1);
        assertFound(tuple(Kind.ALTERED, 4L));
    }

    private void assertFound(org.assertj.core.groups.Tuple... expected) {
        Verification verification = bench.verify();
        assertThat(verification.findings())
                .extracting(Finding::kind, Finding::position)
                .containsExactly(expected);
        assertThat(verification.intact()).isFalse();
        assertThat(verification.found()).isEqualTo(expected.length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_log SET action = 'nothing'",
                "DELETE FROM audit_log",
                "TRUNCATE audit_log",
                "UPDATE audit_chain SET hash = ''",
                "DELETE FROM audit_chain",
                "TRUNCATE audit_chain"
            })
    void theDatabaseRefusesEveryChange(String change) {
        bench.sealed(3);
        assertThatThrownBy(() -> bench.sql(change))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
        bench.sql("GRANT ALL ON audit_log, audit_chain TO CURRENT_USER");
        assertThatThrownBy(() -> bench.sql(change))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("is append-only");
        assertThat(bench.count("audit_log")).isEqualTo(3);
    }

    @Test
    void aHeadIsWrittenOnceAndOnlyWhenTheChainHasMoved() {
        bench.heads.anchor();
        assertThat(bench.anchors()).isEmpty();
        bench.sealed(3);
        bench.heads.anchor();
        bench.newHeads().anchor();
        assertThat(bench.anchors()).hasSize(1);
        bench.sealed(1);
        assertThat(bench.anchors()).hasSize(2);
        assertThat(bench.verify().anchored()).isEqualTo(4);
    }
}
