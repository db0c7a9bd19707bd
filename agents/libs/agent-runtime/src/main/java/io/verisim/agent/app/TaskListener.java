package io.verisim.agent.app;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import io.verisim.agent.TaskHandler;
import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.MessageId;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.ErrorOccurred;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.Payload;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;

/**
 * Takes the tasks of one type from their queue. A delivery is acknowledged only after the broker has confirmed the
 * result; where it could not be sent, the delivery is given back and comes again. What comes twice is answered with the
 * result of the first time, also while that still runs, as after a lost connection.
 */
final class TaskListener implements ChannelAwareMessageListener {

    private static final Logger LOG = LoggerFactory.getLogger(TaskListener.class);
    private static final int REMEMBERED = 200;
    private static final Duration BEFORE_GIVING_BACK = Duration.ofSeconds(1);

    private final TaskHandler handler;
    private final String queue;
    private final AgentRuntime runtime;
    private final Map<MessageId, CompletableFuture<TaskRun.Outcome>> known =
            Collections.synchronizedMap(TaskRegistry.bounded(REMEMBERED));

    TaskListener(TaskHandler handler, String queue, AgentRuntime runtime) {
        this.handler = handler;
        this.queue = queue;
        this.runtime = runtime;
    }

    @Override
    public void onMessage(Message message, @Nullable Channel channel) {
        Channel open = Objects.requireNonNull(channel, "a task is acknowledged on its channel");
        long tag = message.getMessageProperties().getDeliveryTag();
        try {
            Envelope envelope = decode(message);
            if (envelope == null || answered(envelope, Messenger.traceParent(message))) {
                open.basicAck(tag, false);
            }
            // What is not answered, because the instance stops, goes back when its channel closes.
        } catch (AmqpException e) {
            LOG.warn("A message of queue {} is given back, and comes again: {}", queue, e.getMessage());
            giveBack(open, tag);
        } catch (ShutdownSignalException | IllegalStateException | IOException e) {
            LOG.info("A message of queue {} comes again, its channel closed before it was acknowledged", queue);
        }
    }

    /** Not at once: what could not be sent now cannot be sent a moment later either. */
    private void giveBack(Channel channel, long tag) {
        runtime.pause(BEFORE_GIVING_BACK);
        try {
            channel.basicNack(tag, false, true);
        } catch (AmqpException | ShutdownSignalException | IllegalStateException | IOException e) {
            LOG.debug("The channel closed, which gives back as well: {}", e.getMessage());
        }
    }

    private @Nullable Envelope decode(Message message) {
        String reason;
        try {
            Envelope envelope = MessageCodec.decode(message.getBody());
            if (!(envelope.payload() instanceof DataReady order)
                    || envelope.taskId() == null
                    || envelope.correlationId() == null) {
                reason = "A " + envelope.type() + " without workflow and task is no task";
            } else if (!order.taskType().equals(handler.taskType().taskType())) {
                reason = "A task of type '" + order.taskType() + "' does not belong here";
            } else {
                return envelope;
            }
        } catch (MessageCodec.MalformedMessage e) {
            reason = String.valueOf(e.getMessage());
        }
        LOG.warn("Parking a message of queue {}: {}", queue, reason);
        runtime.messenger().park(message, queue, reason);
        return null;
    }

    /** Whether the delivery is done with; false where the instance stops and another one is to have it. */
    private boolean answered(Envelope envelope, @Nullable String traceParent) {
        CompletableFuture<TaskRun.Outcome> mine = new CompletableFuture<>();
        CompletableFuture<TaskRun.Outcome> first = known.putIfAbsent(envelope.id(), mine);
        if (first == null) {
            run(envelope, traceParent, mine);
            first = mine;
        } else {
            LOG.info("Message {} came again; it gets the answer of the first time", envelope.id());
        }
        return switch (first.join()) {
            case TaskRun.Outcome.Answer answer -> {
                answer.payloads().forEach(payload -> publish(envelope, payload, traceParent));
                yield true;
            }
            case TaskRun.Outcome.Cancelled cancelled -> true;
            case TaskRun.Outcome.Abandoned abandoned -> {
                known.remove(envelope.id());
                yield false;
            }
        };
    }

    private void run(Envelope envelope, @Nullable String traceParent, CompletableFuture<TaskRun.Outcome> outcome) {
        try {
            outcome.complete(new TaskRun(handler, runtime, envelope, traceParent).run());
        } finally {
            // Never true after an outcome; whoever waits must not wait for ever.
            if (outcome.complete(new TaskRun.Outcome.Abandoned())) {
                known.remove(envelope.id());
            }
        }
    }

    private void publish(Envelope cause, Payload answer, @Nullable String traceParent) {
        Messenger messenger = runtime.messenger();
        try {
            messenger.publish(messenger.envelope(cause, answer), traceParent);
        } catch (MessageCodec.MalformedMessage e) {
            LOG.warn("A result is not sent, an error is told instead: {}", e.getMessage());
            String type = handler.taskType().taskType();
            ErrorDetail error = ErrorDetail.of(
                    ErrorCategory.DATA,
                    "RESULT_TOO_LARGE",
                    "The result of task '" + type + "' does not fit a message.",
                    "Make the task smaller, such as by fewer rows or tests.");
            messenger.publish(messenger.envelope(cause, new ErrorOccurred(type, error)), traceParent);
        }
    }
}
