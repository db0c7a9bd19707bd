package io.verisim.orchestrator.messaging.adapter.amqp;

import io.verisim.model.message.QueueNames;
import java.util.List;
import java.util.Set;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/** The exchanges and queues of the contract; agents declare the same, so that whoever comes first does. */
public final class BrokerTopology {

    private final AmqpAdmin admin;
    private final Set<String> taskQueues;
    private final boolean quorum;

    public BrokerTopology(AmqpAdmin admin, List<String> taskTypes, boolean quorum) {
        this.admin = admin;
        this.taskQueues = Set.copyOf(taskTypes.stream().map(QueueNames::task).toList());
        this.quorum = quorum;
    }

    void declare() {
        DirectExchange commands = new DirectExchange(QueueNames.COMMANDS, true, false);
        TopicExchange events = new TopicExchange(QueueNames.EVENTS, true, false);
        admin.declareExchange(commands);
        admin.declareExchange(events);
        Queue orchestrator = durable(QueueNames.ORCHESTRATOR);
        admin.declareQueue(orchestrator);
        admin.declareBinding(BindingBuilder.bind(orchestrator).to(events).with("#"));
        admin.declareQueue(durable(QueueNames.PARKING));
        for (String name : taskQueues) {
            Queue queue = durable(name);
            admin.declareQueue(queue);
            admin.declareBinding(BindingBuilder.bind(queue).to(commands).with(name));
        }
    }

    /** Whether a queue is always there; the control queue of an agent instance goes with the instance. */
    boolean isPermanent(String queue) {
        return taskQueues.contains(queue);
    }

    private Queue durable(String name) {
        QueueBuilder builder = QueueBuilder.durable(name);
        return quorum ? builder.quorum().build() : builder.build();
    }
}
