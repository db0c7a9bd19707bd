package io.verisim.orchestrator.messaging.adapter.amqp;

import io.verisim.model.message.QueueNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.core.ReturnedMessage;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** Hands messages to the broker and knows what became of each. */
public final class Publisher {

    static final String TRACE_PARENT = "traceparent";

    private static final int MAX_REASON = 1_000;
    private static final long RETURN_MILLIS = 1_000;

    private final RabbitTemplate template;
    private final Duration confirmTimeout;
    private final Map<String, CompletableFuture<Boolean>> returns = new ConcurrentHashMap<>();

    /** The template must be mandatory, on a connection with correlated confirms and returns. */
    public Publisher(RabbitTemplate template, Duration confirmTimeout) {
        this.template = template;
        this.confirmTimeout = confirmTimeout;
        template.setReturnsCallback(this::returned);
    }

    /** What became of a message. */
    enum Fate {
        CONFIRMED,
        /** The broker has no queue for it. */
        UNROUTABLE,
        /** The broker did not take it, or did not say so in time. */
        UNKNOWN
    }

    /** Sends without waiting; the fate is asked for later. */
    CorrelationData send(
            String exchange, String routingKey, byte[] body, String messageId, @Nullable String traceParent) {
        MessageProperties properties = new MessageProperties();
        properties.setContentType("application/json");
        properties.setMessageId(messageId);
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        if (traceParent != null) {
            properties.setHeader(TRACE_PARENT, traceParent);
        }
        return send(exchange, routingKey, new Message(body, properties), messageId);
    }

    CorrelationData send(String exchange, String routingKey, Message message, String id) {
        CorrelationData correlation = new CorrelationData(id);
        returns.put(id, new CompletableFuture<>());
        try {
            template.send(exchange, routingKey, message, correlation);
            return correlation;
        } catch (AmqpException e) {
            returns.remove(id);
            throw e;
        }
    }

    /** Waits until the broker has said what became of a message. */
    Fate fate(CorrelationData correlation) {
        try {
            CorrelationData.Confirm confirm =
                    correlation.getFuture().get(confirmTimeout.toMillis(), TimeUnit.MILLISECONDS);
            // RabbitMQ returns and then confirms, Qpid refuses and then returns: the return decides, also a late one.
            if (correlation.getReturned() != null || !confirm.ack() && isReturned(correlation)) {
                return Fate.UNROUTABLE;
            }
            return confirm.ack() ? Fate.CONFIRMED : Fate.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Fate.UNKNOWN;
        } catch (ExecutionException | TimeoutException e) {
            return Fate.UNKNOWN;
        } finally {
            returns.remove(correlation.getId());
        }
    }

    /** The template forgets a message once it is refused, so that its return is heard of here only. */
    private void returned(ReturnedMessage returned) {
        CompletableFuture<Boolean> awaited = returns.get(
                String.valueOf(returned.getMessage().getMessageProperties().getMessageId()));
        if (awaited != null) {
            awaited.complete(true);
        }
    }

    private boolean isReturned(CorrelationData correlation) throws InterruptedException, ExecutionException {
        CompletableFuture<Boolean> awaited = returns.get(correlation.getId());
        try {
            return awaited != null && awaited.get(RETURN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Puts a message that nobody can handle aside, with the reason, where people see it. */
    void park(Message poison, String id, String queue, String reason) {
        // Of its properties only the headers: a user or an expiry of its own would have the broker refuse or drop it.
        MessageProperties properties = new MessageProperties();
        properties.setHeaders(new HashMap<>(poison.getMessageProperties().getHeaders()));
        properties.setHeader(QueueNames.PARKED_REASON, reason.substring(0, Math.min(MAX_REASON, reason.length())));
        properties.setHeader(QueueNames.PARKED_QUEUE, queue);
        properties.setMessageId(id);
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        Message parked = new Message(poison.getBody(), properties);
        if (fate(send("", QueueNames.PARKING, parked, id)) != Fate.CONFIRMED) {
            throw new AmqpException("The broker did not take a message for the parking queue");
        }
    }
}
