package io.verisim.orchestrator.messaging.adapter.amqp;

import io.verisim.model.message.QueueNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.context.SmartLifecycle;

/** Declares the queues and listens on the orchestrators' own. */
public final class Consumer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Consumer.class);
    /** As agents do; deaf for longer after a restart of the broker, it would take agents for lost that are there. */
    private static final long RECOVERY_MILLIS = 1_000;

    private final BrokerTopology topology;
    private final DirectMessageListenerContainer container;
    private final Lanes lanes;

    public Consumer(
            BrokerTopology topology,
            AmqpAdmin admin,
            ConnectionFactory connections,
            OrchestratorListener listener,
            Lanes lanes,
            int prefetch) {
        this.topology = topology;
        this.lanes = lanes;
        this.container = new DirectMessageListenerContainer(connections);
        container.setQueueNames(QueueNames.ORCHESTRATOR);
        container.setAmqpAdmin(admin);
        container.setConsumersPerQueue(1);
        container.setPrefetchCount(prefetch);
        container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        container.setMessageListener(listener);
        container.setShutdownTimeout(2_000);
        container.setMonitorInterval(RECOVERY_MILLIS);
        container.setRecoveryInterval(RECOVERY_MILLIS);
        container.setMissingQueuesFatal(false);
        container.setListenerId(QueueNames.ORCHESTRATOR);
        connections.addConnectionListener(connection -> declare());
    }

    @Override
    public void start() {
        declare();
        container.start();
        LOG.info("The orchestrator listens on {}", QueueNames.ORCHESTRATOR);
    }

    /** A broker that lost its queues gets them back. */
    private void declare() {
        try {
            topology.declare();
        } catch (AmqpException e) {
            LOG.warn("Queues could not be declared; it is tried again with the next connection: {}", e.getMessage());
        }
    }

    @Override
    public void stop() {
        lanes.close();
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }
}
