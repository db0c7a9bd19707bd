package io.verisim.bench.overhead;

import io.verisim.agent.app.AgentMain;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.junit.ServicePool;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;

/** RabbitMQ, PostgreSQL, an orchestrator as a process of its own, and an agent with room for fifty tasks. */
final class Rig implements AutoCloseable {

    static final int IN_FLIGHT = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(9);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final ServicePool pool;
    private final ServiceConnections services;
    private final OrchestratorProcess orchestrator;
    private final ConfigurableApplicationContext agent;
    private final Connection database;

    private Rig(
            ServicePool pool,
            ServiceConnections services,
            OrchestratorProcess orchestrator,
            ConfigurableApplicationContext agent,
            Connection database) {
        this.pool = pool;
        this.services = services;
        this.orchestrator = orchestrator;
        this.agent = agent;
        this.database = database;
    }

    static Rig start(Path scratch) throws IOException {
        ServicePool pool = ServicePool.onRealServers();
        try {
            ServiceConnections services = pool.freshConnections();
            OrchestratorProcess orchestrator = OrchestratorProcess.start(services, scratch);
            ConfigurableApplicationContext agent =
                    AgentMain.start(TrivialAgent.class, TrivialAgent.NAME, agent(services, scratch));
            Connection database = DriverManager.getConnection(
                    services.orchestrator().jdbcUrl(),
                    services.orchestrator().username(),
                    services.orchestrator().password());
            Rig rig = new Rig(pool, services, orchestrator, agent, database);
            await(orchestrator::hasAgent);
            return rig;
        } catch (SQLException e) {
            pool.close();
            throw new IOException("The database cannot be read: " + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private static Map<String, String> agent(ServiceConnections services, Path scratch) {
        BrokerConnection broker = services.broker();
        ObjectsConnection objects = services.objects();
        Map<String, String> settings = new HashMap<>();
        settings.put("VERISIM_RABBITMQ_HOST", broker.host());
        settings.put("VERISIM_RABBITMQ_PORT", String.valueOf(broker.port()));
        settings.put("VERISIM_RABBITMQ_USER", broker.username());
        settings.put("VERISIM_RABBITMQ_PASSWORD", broker.password());
        settings.put("VERISIM_RABBITMQ_VHOST", broker.virtualHost());
        settings.put("VERISIM_QUORUM", String.valueOf(broker.quorum()));
        settings.put("VERISIM_S3_ENDPOINT", objects.endpoint().toString());
        settings.put("VERISIM_S3_REGION", objects.region());
        settings.put("VERISIM_S3_BUCKET", objects.bucket());
        settings.put("VERISIM_S3_ACCESS_KEY", objects.accessKey());
        settings.put("VERISIM_S3_SECRET_KEY", objects.secretKey());
        settings.put("VERISIM_CONCURRENCY", String.valueOf(IN_FLIGHT));
        settings.put("VERISIM_WORK", scratch.resolve("work").toString());
        return settings;
    }

    Floor floor() {
        return new Floor(services.broker(), services.orchestrator());
    }

    OrchestratorProcess orchestrator() {
        return orchestrator;
    }

    TrivialAgent.Work work() {
        return agent.getBean(TrivialAgent.Work.class);
    }

    /** Workflows that have completed so far. */
    long completed() throws IOException {
        try (Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT count(*) FROM workflow_executions WHERE state = 'COMPLETED'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IOException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    void awaitCompleted(long wanted) throws IOException {
        await(() -> completed() >= wanted);
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IOException("The workflows did not end within " + PATIENCE.toMinutes() + " minutes.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    @Override
    public void close() {
        try (pool;
                orchestrator;
                agent;
                database) {
            // In this order, backwards.
        } catch (SQLException e) {
            throw new IllegalStateException("The connection to the database could not be closed", e);
        }
    }
}
