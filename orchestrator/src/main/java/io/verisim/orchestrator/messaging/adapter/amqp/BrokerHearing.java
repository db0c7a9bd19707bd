package io.verisim.orchestrator.messaging.adapter.amqp;

import io.verisim.model.message.QueueNames;
import io.verisim.orchestrator.catalogue.Hearing;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.QueueInformation;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;
import org.springframework.context.SmartLifecycle;

/**
 * Hearing over the broker. It is broken by a lost connection, by a process that did not run for a while (one that was
 * stopped and continued, or a machine that slept), and by more messages in the queue than are taken at a time.
 */
public final class BrokerHearing implements Hearing, ConnectionListener, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerHearing.class);
    private static final Duration PULSE = Duration.ofSeconds(1);
    /** A process without a pulse for so long did not run. */
    static final Duration MISSED = Duration.ofSeconds(4);

    private final AmqpAdmin admin;
    private final int backlog;
    private final LongSupplier nanoTime;

    private volatile @Nullable Thread heart;
    private boolean connected;
    private long since;
    private long lastSign;

    /**
     * Hears nothing until the first connection.
     *
     * @param backlog messages that may wait in the queue
     */
    public BrokerHearing(AmqpAdmin admin, int backlog, LongSupplier nanoTime) {
        this.admin = admin;
        this.backlog = backlog;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized void onCreate(@Nullable Connection connection) {
        connected = true;
        since = nanoTime.getAsLong();
        lastSign = since;
    }

    @Override
    public synchronized void onClose(Connection connection) {
        connected = false;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofVirtual().name("pulse").unstarted(this::beat);
        heart = thread;
        thread.start();
    }

    private void beat() {
        try {
            while (heart == Thread.currentThread()) {
                Thread.sleep(PULSE);
                live();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        Thread thread = heart;
        heart = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return heart != null;
    }

    /** A sign that this process runs. */
    synchronized void live() {
        long now = nanoTime.getAsLong();
        if (now - lastSign > MISSED.toNanos()) {
            since = now;
        }
        lastSign = now;
    }

    @Override
    public boolean wasUnbroken(Duration lately) {
        live();
        synchronized (this) {
            if (!connected || lastSign - since < lately.toNanos()) {
                return false;
            }
        }
        try {
            QueueInformation queue = admin.getQueueInfo(QueueNames.ORCHESTRATOR);
            return queue != null && queue.getMessageCount() <= backlog;
        } catch (AmqpException e) {
            LOG.info("Nobody is taken for lost while the broker does not answer: {}", e.getMessage());
            return false;
        }
    }
}
