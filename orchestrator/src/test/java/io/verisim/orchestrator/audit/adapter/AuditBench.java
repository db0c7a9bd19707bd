package io.verisim.orchestrator.audit.adapter;

import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.junit.TestServices;
import io.verisim.model.id.TimeOrderedIds;
import io.verisim.orchestrator.audit.AuditEntry;
import io.verisim.orchestrator.audit.Verification;
import io.verisim.orchestrator.objects.adapter.ObjectStoreProperties;
import io.verisim.orchestrator.objects.adapter.S3ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An audit log with all that belongs to it, on a database and a bucket of its own. */
final class AuditBench implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final PostgresAuditLog log;
    final AuditSealer sealer;
    final AuditHeads heads;
    final AuditVerifier verifier;
    final AuditReader reader;
    final S3ObjectStore objects;

    AuditBench(TestServices services) {
        DatabaseConnection database = services.freshDatabase();
        DataSource source = new DriverManagerDataSource(database.jdbcUrl(), database.username(), database.password());
        ObjectsConnection store = services.freshBucket();
        jdbc = JdbcClient.create(source);
        JdbcTransactionManager manager = new JdbcTransactionManager(source);
        transactions = new TransactionTemplate(manager);
        objects = new S3ObjectStore(new ObjectStoreProperties(
                store.endpoint(), store.region(), store.bucket(), store.accessKey(), store.secretKey(), true));
        log = new PostgresAuditLog(jdbc, new TimeOrderedIds(Clock.systemUTC(), new Random(7)));
        sealer = new AuditSealer(jdbc, new NamedParameterJdbcTemplate(source), transactions);
        heads = newHeads();
        Snapshots snapshots = new Snapshots(manager);
        verifier = new AuditVerifier(jdbc, snapshots, sealer, heads);
        reader = new AuditReader(jdbc, snapshots);
        new org.springframework.jdbc.core.JdbcTemplate(source).execute(schema());
    }

    /** As another orchestrator, or the same one after a restart, has them. */
    AuditHeads newHeads() {
        return new AuditHeads(sealer, objects, jdbc, Clock.systemUTC());
    }

    private static String schema() {
        try (InputStream in = AuditBench.class.getResourceAsStream("/verisim/orchestrator/db/V1__workflows.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void append(int entries) {
        for (int i = 0; i < entries; i++) {
            append("did " + i);
        }
    }

    void append(String action) {
        log.append(AuditEntry.of("default", NOON, "user", "ada", action, null, Map.of("n", 1.5, "text", "Zoë, \"x\"")));
    }

    /** So many entries, sealed and anchored. */
    void sealed(int entries) {
        append(entries);
        sealer.seal();
        heads.anchor();
    }

    Verification verify() {
        return verifier.verify();
    }

    List<String> anchors() {
        List<String> keys = new ArrayList<>();
        objects.list(AuditHeads.PREFIX, keys::addAll);
        return keys;
    }

    /** Changes what must not be changed, as whoever owns the tables can: takes the rights back first. */
    void tamper(String... statements) {
        sql("GRANT ALL ON audit_log, audit_chain TO CURRENT_USER");
        sql("ALTER TABLE audit_log DISABLE TRIGGER audit_log_is_append_only");
        sql("ALTER TABLE audit_chain DISABLE TRIGGER audit_chain_is_append_only");
        for (String statement : statements) {
            sql(statement);
        }
    }

    int sql(String statement) {
        return jdbc.sql(statement).update();
    }

    long count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    @Override
    public void close() {
        objects.close();
    }
}
