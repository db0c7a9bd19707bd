package io.verisim.orchestrator.messaging.adapter.amqp;

import io.verisim.orchestrator.messaging.Relay;
import io.verisim.orchestrator.messaging.adapter.postgres.PostgresOutbox;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what the outbox holds: at once after a commit of this orchestrator, and every so often what another one left
 * behind. A message counts as sent once the broker has confirmed and routed it; until then it is sent again, and its
 * receiver recognises it by its id.
 */
public final class OutboxRelay implements Relay, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;
    /** While one waits for confirmations, the other takes what has come meanwhile. */
    private static final int WORKERS = 2;

    private final PostgresOutbox outbox;
    private final TransactionTemplate transactions;
    private final Publisher publisher;
    private final BrokerTopology topology;
    private final Duration poll;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private volatile List<Thread> workers = List.of();

    public OutboxRelay(
            PostgresOutbox outbox,
            TransactionTemplate transactions,
            Publisher publisher,
            BrokerTopology topology,
            Duration poll,
            Clock clock) {
        this.outbox = outbox;
        this.transactions = transactions;
        this.publisher = publisher;
        this.topology = topology;
        this.poll = poll;
        this.clock = clock;
    }

    @Override
    public void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    @Override
    public synchronized void start() {
        // Known before they run: each goes on for as long as it is one of those that are known.
        workers = IntStream.range(0, WORKERS)
                .mapToObj(i -> Thread.ofVirtual().name("outbox-relay-" + i).unstarted(this::run))
                .toList();
        workers.forEach(Thread::start);
    }

    @Override
    public synchronized void stop() {
        List<Thread> running = workers;
        workers = List.of();
        running.forEach(Thread::interrupt);
        try {
            for (Thread thread : running) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }

    private void run() {
        while (workers.contains(Thread.currentThread())) {
            try {
                boolean woken = news.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                if (woken) {
                    news.drainPermits();
                }
                while (sendBatch()) {
                    // until nothing is left
                }
            } catch (InterruptedException e) {
                return;
            } catch (AmqpException | DataAccessException | TransactionException e) {
                LOG.warn("Messages stay in the outbox and are sent again in {}: {}", poll, e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("The relay met something unexpected and goes on in {}", poll, e);
            }
        }
    }

    /** Sends a batch; true where there may be more. */
    private boolean sendBatch() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            List<PostgresOutbox.Waiting> batch = outbox.claim(BATCH);
            return !batch.isEmpty() && send(batch) && batch.size() == BATCH;
        }));
    }

    private boolean send(List<PostgresOutbox.Waiting> batch) {
        Map<PostgresOutbox.Waiting, CorrelationData> sent = new LinkedHashMap<>();
        List<UUID> unknown = new ArrayList<>();
        String problem = "The broker did not confirm it.";
        try {
            for (PostgresOutbox.Waiting message : batch) {
                sent.put(message, publish(message));
            }
        } catch (AmqpException e) {
            problem = "The broker could not be reached.";
            LOG.warn("The broker cannot be reached; messages stay in the outbox: {}", e.getMessage());
            batch.stream().filter(message -> !sent.containsKey(message)).forEach(message -> unknown.add(message.id()));
        }
        List<UUID> gone = new ArrayList<>();
        List<UUID> undeliverable = new ArrayList<>();
        sent.forEach((message, correlation) -> {
            switch (publisher.fate(correlation)) {
                case CONFIRMED -> gone.add(message.id());
                case UNROUTABLE ->
                    (topology.isPermanent(message.routingKey()) ? unknown : undeliverable).add(message.id());
                case UNKNOWN -> unknown.add(message.id());
            }
        });
        outbox.gone(gone, null, clock.instant());
        outbox.gone(undeliverable, "Its receiver was gone.", clock.instant());
        outbox.failed(unknown, problem, clock.instant());
        return unknown.isEmpty();
    }

    private CorrelationData publish(PostgresOutbox.Waiting message) {
        return publisher.send(
                message.exchange(),
                message.routingKey(),
                message.body(),
                message.id().toString(),
                message.traceParent());
    }
}
