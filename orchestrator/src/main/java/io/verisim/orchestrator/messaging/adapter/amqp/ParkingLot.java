package io.verisim.orchestrator.messaging.adapter.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.GetResponse;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.QueueNames;
import io.verisim.orchestrator.messaging.ParkedMessage;
import io.verisim.orchestrator.messaging.Parking;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/**
 * The parking queue. A queue cannot be looked into: messages are taken without acknowledgement and given back, so that
 * whatever happens meanwhile none is lost.
 */
public final class ParkingLot implements Parking {

    private static final int MOST = 1_000;

    private final RabbitTemplate template;
    private final Publisher publisher;

    public ParkingLot(RabbitTemplate template, Publisher publisher) {
        this.template = template;
        this.publisher = publisher;
    }

    /** Decides about one message; what it returns true for leaves the queue. */
    @FunctionalInterface
    private interface Visitor {
        boolean takes(ParkedMessage parked, GetResponse message);
    }

    @Override
    public List<ParkedMessage> list() {
        List<ParkedMessage> all = new ArrayList<>();
        visit((parked, message) -> {
            all.add(parked);
            return false;
        });
        return all;
    }

    @Override
    public boolean replay(String id) {
        return visit((parked, message) -> {
            if (!parked.id().equals(id)) {
                return false;
            }
            send(parked, message);
            return true;
        });
    }

    @Override
    public boolean discard(String id) {
        return visit((parked, message) -> parked.id().equals(id));
    }

    /** Shows all that is parked; true where something was taken. */
    private boolean visit(Visitor visitor) {
        return Boolean.TRUE.equals(template.execute(channel -> visit(channel, visitor)));
    }

    private static boolean visit(Channel channel, Visitor visitor) throws IOException {
        List<Long> kept = new ArrayList<>();
        boolean taken = false;
        try {
            for (GetResponse next = get(channel); next != null && kept.size() < MOST; next = get(channel)) {
                long tag = next.getEnvelope().getDeliveryTag();
                kept.add(tag);
                if (!taken && visitor.takes(parked(next), next)) {
                    channel.basicAck(tag, false);
                    kept.remove(tag);
                    taken = true;
                }
            }
        } finally {
            for (long tag : kept) {
                channel.basicNack(tag, false, true);
            }
        }
        return taken;
    }

    private static @Nullable GetResponse get(Channel channel) throws IOException {
        return channel.basicGet(QueueNames.PARKING, false);
    }

    private static ParkedMessage parked(GetResponse message) {
        AMQP.BasicProperties properties = message.getProps();
        return new ParkedMessage(
                Objects.requireNonNullElse(properties.getMessageId(), ""),
                header(properties, QueueNames.PARKED_QUEUE),
                header(properties, QueueNames.PARKED_REASON),
                message.getBody().length);
    }

    private static String header(AMQP.BasicProperties properties, String name) {
        return Optional.ofNullable(properties.getHeaders())
                .map(headers -> headers.get(name))
                .map(Object::toString)
                .orElse("");
    }

    private void send(ParkedMessage parked, GetResponse message) {
        Map<String, Object> headers =
                new HashMap<>(Objects.requireNonNullElse(message.getProps().getHeaders(), Map.of()));
        headers.remove(QueueNames.PARKED_QUEUE);
        headers.remove(QueueNames.PARKED_REASON);
        MessageProperties properties = new MessageProperties();
        properties.setHeaders(headers);
        properties.setContentType("application/json");
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        Message again = new Message(message.getBody(), properties);
        if (publisher.fate(publisher.send("", parked.queue(), again, parked.id())) != Publisher.Fate.CONFIRMED) {
            throw new VerisimException(ErrorDetail.of(
                    ErrorCategory.INTEGRATION,
                    "REPLAY_NOT_TAKEN",
                    "The broker did not take the message for queue '" + parked.queue() + "'; it stays parked.",
                    "Check that whoever reads that queue runs."));
        }
    }
}
