package io.verisim.bench.overhead;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.DatabaseConnection;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The least that a task which is not to be lost can cost: one message that is confirmed and one row that is committed. */
final class Floor {

    private static final String QUEUE = "floor";
    private static final int BODY_BYTES = 1_000;
    private static final int WARM_UP = 100;
    private static final long CONFIRM_MILLIS = 10_000;

    private final BrokerConnection broker;
    private final DatabaseConnection database;

    Floor(BrokerConnection broker, DatabaseConnection database) {
        this.broker = broker;
        this.database = database;
    }

    /**
     * Durations of one committed insert and one confirmed publish after it.
     *
     * @param pairs how many pairs each of those at work does, one after the other
     * @param atOnce how many are at work, each with connections of its own
     */
    Samples measure(int pairs, int atOnce) throws IOException, InterruptedException {
        List<Future<long[]>> measured = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(atOnce);
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            for (int i = 0; i < atOnce; i++) {
                measured.add(threads.submit(() -> measureOne(pairs, together)));
            }
            List<long[]> all = new ArrayList<>();
            for (Future<long[]> one : measured) {
                all.add(one.get());
            }
            return Samples.of(all.stream().flatMapToLong(Arrays::stream).toArray());
        } catch (ExecutionException e) {
            throw new IOException("The floor cannot be measured: " + e.getCause(), e);
        }
    }

    private long[] measureOne(int pairs, CyclicBarrier together) throws Exception {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setUri(broker.uri());
        try (java.sql.Connection sql =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Connection amqp = factory.newConnection()) {
            return measure(sql, amqp.createChannel(), pairs, together);
        }
    }

    private static long[] measure(java.sql.Connection sql, Channel channel, int pairs, CyclicBarrier together)
            throws Exception {
        channel.queueDeclare(QUEUE, true, false, false, Map.of("x-queue-type", "quorum"));
        channel.confirmSelect();
        try (java.sql.Statement statement = sql.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(1)");
            statement.execute("CREATE TABLE IF NOT EXISTS floor (id uuid PRIMARY KEY, body bytea NOT NULL)");
            statement.execute("SELECT pg_advisory_unlock(1)");
        }
        byte[] body = new byte[BODY_BYTES];
        AMQP.BasicProperties persistent =
                new AMQP.BasicProperties.Builder().deliveryMode(2).build();
        long[] nanos = new long[pairs];
        try (PreparedStatement insert = sql.prepareStatement("INSERT INTO floor (id, body) VALUES (?, ?)")) {
            for (int i = -WARM_UP; i < pairs; i++) {
                if (i == 0) {
                    together.await();
                }
                long begin = System.nanoTime();
                insert.setObject(1, UUID.randomUUID());
                insert.setBytes(2, body);
                insert.executeUpdate();
                channel.basicPublish("", QUEUE, persistent, body);
                channel.waitForConfirmsOrDie(CONFIRM_MILLIS);
                if (i >= 0) {
                    nanos[i] = System.nanoTime() - begin;
                }
            }
        }
        return nanos;
    }
}
