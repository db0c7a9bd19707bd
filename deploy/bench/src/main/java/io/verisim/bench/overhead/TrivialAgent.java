package io.verisim.bench.overhead;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.agent.app.AgentApplication;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.TaskTypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Bean;

/** An agent on the real runtime that does nothing, or waits, and notes when it began and ended. */
@AgentApplication
public class TrivialAgent {

    static final String NAME = "trivial";

    @Bean
    Work work() {
        return new Work();
    }

    /** What the agent does, and what was noted. */
    static final class Work implements TaskHandler {

        private final Map<WorkflowId, Long> ended = new ConcurrentHashMap<>();
        private final ConcurrentLinkedQueue<Long> gaps = new ConcurrentLinkedQueue<>();
        private final AtomicLong done = new AtomicLong();
        private volatile Duration length = Duration.ZERO;

        @Override
        public TaskTypeInfo taskType() {
            return new TaskTypeInfo(NAME, "Does nothing.", Map.of("type", "object"));
        }

        @Override
        public TaskResult handle(Task task, TaskContext context) throws InterruptedException {
            long begun = System.nanoTime();
            Long before = ended.get(task.workflow());
            if (before != null) {
                gaps.add(begun - before);
            }
            long work = length.toMillis();
            if (work > 0) {
                // As long on average, but not all at the same time.
                Thread.sleep(ThreadLocalRandom.current().nextLong(work / 2, work + work / 2));
            }
            done.incrementAndGet();
            ended.put(task.workflow(), System.nanoTime());
            return TaskResult.empty();
        }

        /** How long a task takes from now on, on average; forgets what was noted. */
        void begin(Duration work) {
            length = work;
            ended.clear();
            gaps.clear();
            done.set(0);
        }

        /** Tasks done since {@link #begin}. */
        long done() {
            return done.get();
        }

        /**
         * From the end of a task's work to the beginning of that of the next task of the same workflow: the result is
         * sent, taken, judged and committed, the next task is sent and taken.
         */
        Samples gaps() {
            return Samples.of(
                    List.copyOf(gaps).stream().mapToLong(Long::longValue).toArray());
        }
    }
}
