package io.verisim.agent.app;

import io.verisim.model.id.AgentName;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.MessageId;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.Payload;
import io.verisim.model.message.QueueNames;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Sends what the agent has to tell, and knows whether the broker took it. */
final class Messenger {

    private static final Logger LOG = LoggerFactory.getLogger(Messenger.class);
    private static final String TRACE_PARENT = "traceparent";
    private static final Duration FAREWELL = Duration.ofMillis(800);
    private static final int MAX_REASON = 1_000;

    private final RabbitTemplate template;
    private final AgentName agent;
    private final IdSource ids;
    private final Clock clock;
    private final Duration confirmTimeout;

    Messenger(RabbitTemplate template, AgentName agent, IdSource ids, Clock clock, Duration confirmTimeout) {
        this.template = template;
        this.agent = agent;
        this.ids = ids;
        this.clock = clock;
        this.confirmTimeout = confirmTimeout;
    }

    /** A message that belongs to the task of {@code cause}, or to no task where there is no cause. */
    Envelope envelope(@Nullable Envelope cause, Payload payload) {
        return new Envelope(
                new MessageId(ids.next()),
                payload.type(),
                agent,
                AgentName.ORCHESTRATOR,
                cause == null ? null : cause.correlationId(),
                cause == null ? null : cause.taskId(),
                cause == null ? 0 : cause.attempt(),
                cause == null ? null : cause.id(),
                clock.instant(),
                Envelope.SCHEMA_VERSION,
                payload);
    }

    /** Sends an event and returns once the broker has confirmed and routed it. */
    void publish(Envelope envelope, @Nullable String traceParent) {
        String key = QueueNames.event(envelope.type(), agent);
        send(
                QueueNames.EVENTS,
                key,
                message(envelope, traceParent),
                envelope.id().toString());
    }

    /** Sends an event that may be lost, such as progress: work goes on while the broker is away. */
    void tell(Envelope envelope, @Nullable String traceParent) {
        try {
            template.send(QueueNames.EVENTS, QueueNames.event(envelope.type(), agent), message(envelope, traceParent));
        } catch (AmqpException | MessageCodec.MalformedMessage e) {
            LOG.info("A {} is lost, work goes on: {}", envelope.type(), e.getMessage());
        }
    }

    /** Sends the last event, and waits a moment for its confirmation, so that the connection closes with nothing open. */
    void farewell(Envelope envelope) {
        String id = envelope.id().toString();
        try {
            send(QueueNames.EVENTS, QueueNames.event(envelope.type(), agent), message(envelope, null), id, FAREWELL);
        } catch (AmqpException e) {
            LOG.info("Nobody is told that the agent stops: {}", e.getMessage());
        }
    }

    /** Puts a message that nobody can handle aside, with the reason, where people see it. */
    void park(Message poison, String queue, String reason) {
        // Of its properties only the headers: a user or an expiry of its own would have the broker refuse or drop it.
        MessageProperties properties = new MessageProperties();
        properties.setHeaders(new HashMap<>(poison.getMessageProperties().getHeaders()));
        properties.setHeader(QueueNames.PARKED_REASON, reason.substring(0, Math.min(MAX_REASON, reason.length())));
        properties.setHeader(QueueNames.PARKED_QUEUE, queue);
        String id = ids.next().toString();
        properties.setMessageId(id);
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        Message parked = new Message(poison.getBody(), properties);
        send("", QueueNames.PARKING, parked, id);
    }

    private void send(String exchange, String routingKey, Message message, String id) {
        send(exchange, routingKey, message, id, confirmTimeout);
    }

    private void send(String exchange, String routingKey, Message message, String id, Duration patience) {
        CorrelationData confirmation = new CorrelationData(id);
        template.send(exchange, routingKey, message, confirmation);
        try {
            CorrelationData.Confirm confirm = confirmation.getFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!confirm.ack() || confirmation.getReturned() != null) {
                throw new AmqpException("The broker did not take a message to '" + routingKey + "'");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AmqpException("Interrupted before the broker confirmed", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AmqpException("The broker did not confirm a message within " + patience, e);
        }
    }

    private static Message message(Envelope envelope, @Nullable String traceParent) {
        MessageProperties properties = new MessageProperties();
        properties.setContentType("application/json");
        properties.setMessageId(envelope.id().toString());
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        if (traceParent != null) {
            properties.setHeader(TRACE_PARENT, traceParent);
        }
        return new Message(MessageCodec.encode(envelope), properties);
    }

    static @Nullable String traceParent(Message message) {
        Object value = message.getMessageProperties().getHeaders().get(TRACE_PARENT);
        return value == null ? null : value.toString();
    }
}
