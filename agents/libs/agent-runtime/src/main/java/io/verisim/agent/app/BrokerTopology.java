package io.verisim.agent.app;

import io.verisim.model.id.AgentName;
import io.verisim.model.message.QueueNames;
import io.verisim.model.message.TaskTypeInfo;
import java.util.List;
import java.util.function.Function;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.MessageListener;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;

/** The exchanges and queues that an agent uses, declared by whoever comes first, and listeners on them. */
final class BrokerTopology {

    private static final long STOP_MILLIS = 2_000;
    private static final long RECOVERY_MILLIS = 1_000;

    private final AmqpAdmin admin;
    private final ConnectionFactory connections;
    private final AgentName agent;
    private final String instance;
    private final boolean quorum;

    BrokerTopology(AmqpAdmin admin, ConnectionFactory connections, AgentName agent, String instance, boolean quorum) {
        this.admin = admin;
        this.connections = connections;
        this.agent = agent;
        this.instance = instance;
        this.quorum = quorum;
    }

    String instance() {
        return instance;
    }

    void declare(List<TaskTypeInfo> taskTypes) {
        DirectExchange commands = new DirectExchange(QueueNames.COMMANDS, true, false);
        TopicExchange events = new TopicExchange(QueueNames.EVENTS, true, false);
        admin.declareExchange(commands);
        admin.declareExchange(events);
        Queue orchestrator = durable(QueueNames.ORCHESTRATOR);
        admin.declareQueue(orchestrator);
        admin.declareBinding(BindingBuilder.bind(orchestrator).to(events).with("#"));
        admin.declareQueue(durable(QueueNames.PARKING));
        for (TaskTypeInfo type : taskTypes) {
            bind(durable(QueueNames.task(type.taskType())), commands);
        }
        // Goes with the connection of this instance: nobody else may take its control messages.
        bind(
                QueueBuilder.nonDurable(QueueNames.control(agent, instance))
                        .autoDelete()
                        .build(),
                commands);
    }

    private void bind(Queue queue, DirectExchange commands) {
        admin.declareQueue(queue);
        Binding binding = BindingBuilder.bind(queue).to(commands).with(queue.getName());
        admin.declareBinding(binding);
    }

    private Queue durable(String name) {
        QueueBuilder builder = QueueBuilder.durable(name);
        return quorum ? builder.quorum().build() : builder.build();
    }

    MessageListenerContainer taskContainer(
            String taskType, int concurrency, Function<String, MessageListener> listener) {
        String queue = QueueNames.task(taskType);
        DirectMessageListenerContainer container = container(queue);
        container.setConsumersPerQueue(concurrency);
        container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        container.setPrefetchCount(1);
        container.setMessageListener(listener.apply(queue));
        return container;
    }

    MessageListenerContainer controlContainer(MessageListener listener) {
        DirectMessageListenerContainer container = container(QueueNames.control(agent, instance));
        container.setConsumersPerQueue(1);
        container.setMessageListener(listener);
        return container;
    }

    private DirectMessageListenerContainer container(String queue) {
        DirectMessageListenerContainer container = new DirectMessageListenerContainer(connections);
        container.setQueueNames(queue);
        container.setAmqpAdmin(admin);
        container.setDefaultRequeueRejected(true);
        container.setShutdownTimeout(STOP_MILLIS);
        container.setMonitorInterval(RECOVERY_MILLIS);
        container.setRecoveryInterval(RECOVERY_MILLIS);
        container.setListenerId(queue);
        return container;
    }
}
