package io.verisim.orchestrator.boot;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.agent.app.AgentApplication;
import io.verisim.model.message.TaskTypeInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Bean;

/** A data processor, on the real runtime, whose memory suffices for small batches only. */
@AgentApplication
class HungryAgent {

    /** The divisor from which on memory suffices. */
    static final AtomicInteger ENOUGH = new AtomicInteger(1);

    /** The divisors that it was told, in order. */
    static final List<Integer> TOLD = new CopyOnWriteArrayList<>();

    @Bean
    TaskHandler profile() {
        return new TaskHandler() {
            @Override
            public TaskTypeInfo taskType() {
                return new TaskTypeInfo("profile", "Needs much memory.", Map.of("type", "object"));
            }

            @Override
            public TaskResult handle(Task task, TaskContext context) throws IOException {
                TOLD.add(task.batchDivisor());
                if (task.batchDivisor() < ENOUGH.get()) {
                    throw new OutOfMemoryError("Java heap space");
                }
                return TaskResult.empty()
                        .withOutput("profile", context.artifacts().store("profile.json", Map.of()))
                        .withOutput("sensitivity", context.artifacts().store("sensitivity.json", Map.of()));
            }
        };
    }
}
