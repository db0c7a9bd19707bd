package io.verisim.agent.app;

import io.verisim.agent.InputNeeded;
import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.TaskId;
import io.verisim.model.message.RequestInput;
import io.verisim.model.message.TaskTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;

/** An agent that does what its parameters say. */
@AgentApplication
class ProbeApplication {

    static final AtomicInteger RUNS = new AtomicInteger();

    /** What tasks wait for that are told to hold, by the name that they are given. */
    static final Map<String, CountDownLatch> HELD = new ConcurrentHashMap<>();

    /** The tasks that were done, in the order in which they ended. */
    static final List<TaskId> ENDED = new CopyOnWriteArrayList<>();

    @Bean
    TaskHandler probe() {
        return new Probe();
    }

    static final class Probe implements TaskHandler {

        @Override
        public TaskTypeInfo taskType() {
            return new TaskTypeInfo("probe", "Does what its parameters say.", Map.of("type", "object"));
        }

        @Override
        public TaskResult handle(Task task, TaskContext context) throws Exception {
            RUNS.incrementAndGet();
            try {
                return act(task, context);
            } finally {
                ENDED.add(task.id());
            }
        }

        private static TaskResult act(Task task, TaskContext context) throws Exception {
            return switch (String.valueOf(task.parameters().get("do"))) {
                case "copy" -> copy(task, context);
                case "wait" -> waitForCancel(context);
                case "hold" -> hold(String.valueOf(task.parameters().get("name")), context);
                case "chatter" -> {
                    context.progress(1, 3, "first");
                    context.progress(2, 3, "second");
                    yield waitSilently();
                }
                case "large" -> TaskResult.empty().withFact("large", "x".repeat(2_000_000));
                case "refuse" ->
                    throw VerisimException.data("PROBE_REFUSED", "Row 3 is odd.", "Make it even.", Map.of("row", "3"));
                case "ask" ->
                    throw new InputNeeded(List.of(question("Is 'ref' sensitive?"), question("Is 'note' sensitive?")));
                case "fill" -> throw new OutOfMemoryError("Java heap space");
                case "crash" -> throw new IllegalStateException("secret-value-of-a-person");
                default -> TaskResult.empty();
            };
        }

        private static RequestInput question(String text) {
            return new RequestInput(text, Map.of(), List.of("yes", "no"), "yes", Instant.parse("2026-11-21T10:00:00Z"));
        }

        private static TaskResult copy(Task task, TaskContext context) throws IOException {
            ArtifactRef input = task.input("source");
            String text = Files.readString(context.artifacts().fetch(input));
            for (int i = 1; i <= 100; i++) {
                context.progress(i, 100, "copying line " + i);
            }
            ArtifactRef copy = context.artifacts().store("copy.json", Map.of("text", text));
            return TaskResult.empty()
                    .withOutput("copy", copy)
                    .withMetric("lines", 100.0)
                    .withFact("probe", Map.of("lines", 100));
        }

        private static TaskResult hold(String name, TaskContext context) throws InterruptedException {
            context.progress(0, 1, "holding");
            HELD.computeIfAbsent(name, any -> new CountDownLatch(1)).await();
            context.progress(1, 1, "let go");
            return TaskResult.empty();
        }

        private static TaskResult waitSilently() throws InterruptedException {
            new CountDownLatch(1).await();
            return TaskResult.empty();
        }

        private static TaskResult waitForCancel(TaskContext context) throws InterruptedException {
            context.progress(0, 1, "waiting");
            new CountDownLatch(1).await();
            return TaskResult.empty();
        }
    }
}
