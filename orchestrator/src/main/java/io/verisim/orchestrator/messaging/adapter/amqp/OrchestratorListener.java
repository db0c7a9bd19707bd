package io.verisim.orchestrator.messaging.adapter.amqp;

import com.rabbitmq.client.Channel;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.MessageId;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.QueueNames;
import io.verisim.orchestrator.workflow.application.MessageHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Takes what agents tell. A delivery is acknowledged after its transaction has committed; what cannot be handled now
 * goes back to the queue, and what can never be handled is parked with its reason. Messages of one workflow are handled
 * in order.
 */
public final class OrchestratorListener implements ChannelAwareMessageListener {

    private static final Logger LOG = LoggerFactory.getLogger(OrchestratorListener.class);
    private static final int TRIES = 5;
    private static final int REMEMBERED = 1_000;
    private static final Duration DATABASE_WAIT = Duration.ofSeconds(1);
    private static final Duration RETRY_WAIT = Duration.ofMillis(200);

    private final MessageHandler handler;
    private final Publisher publisher;
    private final Lanes lanes;
    private final IdSource ids;
    private final Map<MessageId, Integer> failures = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.@Nullable Entry<MessageId, Integer> eldest) {
            return size() > REMEMBERED;
        }
    });

    public OrchestratorListener(MessageHandler handler, Publisher publisher, Lanes lanes, IdSource ids) {
        this.handler = handler;
        this.publisher = publisher;
        this.lanes = lanes;
        this.ids = ids;
    }

    @Override
    public void onMessage(Message message, @Nullable Channel channel) {
        Channel open = Objects.requireNonNull(channel, "a message is acknowledged on its channel");
        try {
            Envelope envelope = MessageCodec.decode(message.getBody());
            lanes.execute(envelope.correlationId(), () -> process(message, envelope, open));
        } catch (MessageCodec.MalformedMessage e) {
            finish(message, open, String.valueOf(e.getMessage()));
        }
    }

    private void process(Message message, Envelope envelope, Channel channel) {
        try {
            Object trace = message.getMessageProperties().getHeaders().get(Publisher.TRACE_PARENT);
            handler.handle(envelope, trace == null ? null : trace.toString());
            finish(message, channel, null);
        } catch (MessageHandler.Unacceptable e) {
            finish(message, channel, String.valueOf(e.getMessage()));
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | NonTransientDataAccessResourceException
                | TransactionException e) {
            LOG.warn("The database cannot take a message now; it is handled again: {}", e.getMessage());
            LockSupport.parkNanos(DATABASE_WAIT.toNanos());
            giveBack(message, channel);
        } catch (RuntimeException e) {
            int tries = failures.merge(envelope.id(), 1, Integer::sum);
            LOG.error(
                    "Message {} of type {} could not be handled ({} of {})",
                    envelope.id(),
                    envelope.type(),
                    tries,
                    TRIES,
                    e);
            if (tries >= TRIES) {
                finish(message, channel, "It could not be handled " + tries + " times: " + e);
            } else {
                LockSupport.parkNanos(RETRY_WAIT.toNanos());
                giveBack(message, channel);
            }
        }
    }

    /** Acknowledges; parks before where there is a reason. */
    private void finish(Message message, Channel channel, @Nullable String parkedBecause) {
        try {
            if (parkedBecause != null) {
                LOG.warn("Parking a message: {}", parkedBecause);
                publisher.park(message, ids.next().toString(), QueueNames.ORCHESTRATOR, parkedBecause);
            }
            channel.basicAck(message.getMessageProperties().getDeliveryTag(), false);
        } catch (IOException | AmqpException | com.rabbitmq.client.AlreadyClosedException e) {
            LOG.info("A message could not be acknowledged; it comes again and is recognised: {}", e.getMessage());
        }
    }

    private static void giveBack(Message message, Channel channel) {
        try {
            channel.basicNack(message.getMessageProperties().getDeliveryTag(), false, true);
        } catch (IOException | com.rabbitmq.client.AlreadyClosedException e) {
            LOG.info("A message could not be given back; the broker delivers it again: {}", e.getMessage());
        }
    }
}
