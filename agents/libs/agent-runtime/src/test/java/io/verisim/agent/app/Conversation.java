package io.verisim.agent.app;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.id.AgentName;
import io.verisim.model.id.MessageId;
import io.verisim.model.id.TaskId;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.Control;
import io.verisim.model.message.ControlAction;
import io.verisim.model.message.DataReady;
import io.verisim.model.message.Envelope;
import io.verisim.model.message.ErrorOccurred;
import io.verisim.model.message.MessageCodec;
import io.verisim.model.message.Payload;
import io.verisim.model.message.ProcessingComplete;
import io.verisim.model.message.QueueNames;
import io.verisim.model.message.StatusKind;
import io.verisim.model.message.StatusUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.core.RabbitTemplate;

/** What an orchestrator says to the probe and hears of it. */
final class Conversation {

    static final String INSTANCE = "probe-1";

    private static final AgentName PROBE = AgentName.of("probe");
    private static final long PATIENCE_NANOS = Duration.ofSeconds(40).toNanos();

    private final RabbitTemplate template;
    private final WorkflowId workflow = new WorkflowId(UUID.randomUUID());
    private final List<Envelope> heard = new ArrayList<>();

    /** The template waits some hundred milliseconds for a message, not forever. */
    Conversation(RabbitTemplate template) {
        this.template = template;
    }

    WorkflowId workflow() {
        return workflow;
    }

    static TaskId newTask() {
        return new TaskId(UUID.randomUUID());
    }

    /** The order to do something, as the probe understands it. */
    static DataReady order(String what) {
        return order(what, Map.of());
    }

    static DataReady order(String what, Map<String, List<ArtifactRef>> inputs) {
        return new DataReady("probe", "test", Map.of("do", what), inputs);
    }

    /** The order to hold until the name is released. */
    static DataReady holding(String name) {
        return new DataReady("probe", "test", Map.of("do", "hold", "name", name), Map.of());
    }

    Envelope envelope(TaskId task, Payload payload) {
        return envelope(task, 1, payload);
    }

    Envelope envelope(TaskId task, int attempt, Payload payload) {
        return new Envelope(
                new MessageId(UUID.randomUUID()),
                payload.type(),
                AgentName.ORCHESTRATOR,
                PROBE,
                workflow,
                task,
                attempt,
                null,
                Instant.now(),
                Envelope.SCHEMA_VERSION,
                payload);
    }

    void send(Envelope order) {
        publish(QueueNames.task("probe"), order);
    }

    /** Has a task that does something begun anew. */
    TaskId start(DataReady order) {
        TaskId task = newTask();
        send(envelope(task, order));
        return task;
    }

    /** Starts a task that holds until it is released, and returns once it runs. */
    TaskId hold(String name) {
        TaskId task = start(holding(name));
        hearProgress(task);
        return task;
    }

    static void release(String name) {
        ProbeApplication.HELD
                .computeIfAbsent(name, any -> new CountDownLatch(1))
                .countDown();
    }

    void cancel(TaskId task) {
        control(envelope(task, new Control(ControlAction.CANCEL, "enough")));
    }

    /** Says something to the instance itself. */
    void control(Envelope control) {
        publish(QueueNames.control(PROBE, INSTANCE), control);
    }

    private void publish(String queue, Envelope envelope) {
        MessageProperties properties = new MessageProperties();
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        template.send(QueueNames.COMMANDS, queue, new Message(MessageCodec.encode(envelope), properties));
    }

    /** The first message, already heard or to come, that is as wanted. */
    Envelope hear(Predicate<Envelope> wanted) {
        for (Envelope earlier : heard) {
            if (wanted.test(earlier)) {
                return earlier;
            }
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() - end < 0) {
            Message message = receive();
            if (message != null) {
                Envelope envelope = MessageCodec.decode(message.getBody());
                heard.add(envelope);
                if (wanted.test(envelope)) {
                    return envelope;
                }
            }
        }
        throw new AssertionError("not heard; heard " + heard);
    }

    private @Nullable Message receive() {
        try {
            return template.receive(QueueNames.ORCHESTRATOR);
        } catch (AmqpException e) {
            return null; // not yet there again
        }
    }

    /** Lets two heartbeats pass, so that what was sent before has long been taken. */
    void hearTheHeartBeat() {
        for (int beat = 0; beat < 2; beat++) {
            heard.removeIf(e -> isStatus(e, StatusKind.HEARTBEAT));
            hear(e -> isStatus(e, StatusKind.HEARTBEAT));
        }
    }

    void hearProgress(TaskId task) {
        hear(e -> task.equals(e.taskId()) && isStatus(e, StatusKind.PROGRESS));
    }

    void hearSentence(TaskId task, String sentence) {
        hear(e -> task.equals(e.taskId()) && e.payload() instanceof StatusUpdate s && sentence.equals(s.sentence()));
    }

    /** The result or error of a task. */
    Envelope answer(TaskId task) {
        return hear(e -> task.equals(e.taskId()) && isAnswer(e));
    }

    /** Waits until a task has been answered so often. */
    void hearAnswers(TaskId task, int number) {
        hear(any -> heardAnswers(task) >= number);
    }

    long heardAnswers(TaskId task) {
        return ofTask(task).stream().filter(Conversation::isAnswer).count();
    }

    List<Envelope> ofTask(TaskId task) {
        return heard.stream().filter(e -> task.equals(e.taskId())).toList();
    }

    static boolean isStatus(Envelope e, StatusKind kind) {
        return e.payload() instanceof StatusUpdate s && s.kind() == kind;
    }

    private static boolean isAnswer(Envelope e) {
        return e.payload() instanceof ProcessingComplete || e.payload() instanceof ErrorOccurred;
    }
}
