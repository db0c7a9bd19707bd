package io.verisim.agent.app;

import io.verisim.model.id.TaskId;
import io.verisim.model.message.Control;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.TaskAttempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;

/** Takes what the orchestrator asks of this instance: to stop tasks, also some that it has not taken yet. */
final class ControlListener implements MessageListener {

    private static final Logger LOG = LoggerFactory.getLogger(ControlListener.class);

    private final TaskRegistry registry;

    ControlListener(TaskRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void onMessage(Message message) {
        try {
            Envelope envelope = MessageCodec.decode(message.getBody());
            TaskId task = envelope.taskId();
            if (!(envelope.payload() instanceof Control control)) {
                return;
            }
            if (task != null) {
                LOG.info("Task {} is to {}: {}", task, control.action(), control.reason());
                registry.cancel(task, envelope.attempt(), control.reason());
            }
            for (TaskAttempt other : control.others()) {
                registry.cancel(other.task(), other.attempt(), control.reason());
            }
        } catch (MessageCodec.MalformedMessage e) {
            LOG.warn("Ignoring a control message: {}", e.getMessage());
        }
    }
}
