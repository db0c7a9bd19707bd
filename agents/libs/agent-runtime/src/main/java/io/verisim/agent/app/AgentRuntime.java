package io.verisim.agent.app;

import io.verisim.agent.Task;
import io.verisim.agent.TaskHandler;
import io.verisim.model.message.StatusKind;
import io.verisim.model.message.StatusUpdate;
import io.verisim.model.message.TaskTypeInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.rabbit.listener.MessageListenerContainer;
import org.springframework.context.SmartLifecycle;
import software.amazon.awssdk.services.s3.S3Client;

/** Runs the handlers of an agent: listens, announces itself, beats, and stops in order. */
final class AgentRuntime implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AgentRuntime.class);

    private final AgentProperties properties;
    private final String instance;
    private final List<TaskTypeInfo> taskTypes;
    private final BrokerTopology topology;
    private final Messenger messenger;
    private final S3Client objectStore;
    private final String bucket;
    private final Clock clock;
    private final List<TaskHandler> handlers;
    private final TaskRegistry registry = new TaskRegistry();
    private final ReadWriteLock room = new ReentrantReadWriteLock(true);
    private final List<MessageListenerContainer> containers = new ArrayList<>();
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable ScheduledExecutorService heart;

    AgentRuntime(
            AgentProperties properties,
            List<TaskHandler> handlers,
            BrokerTopology topology,
            Messenger messenger,
            ObjectStore store,
            Clock clock) {
        this.properties = properties;
        this.instance = topology.instance();
        this.handlers = List.copyOf(handlers);
        this.taskTypes = handlers.stream().map(TaskHandler::taskType).toList();
        this.topology = topology;
        this.messenger = messenger;
        this.objectStore = store.client();
        this.bucket = store.bucket();
        this.clock = clock;
    }

    /** The client of the object store and the bucket of all artifacts. */
    record ObjectStore(S3Client client, String bucket) {}

    @Override
    public synchronized void start() {
        registry.resume();
        stopping = new CountDownLatch(1);
        topology.declare(taskTypes);
        containers.add(topology.controlContainer(new ControlListener(registry)));
        for (TaskHandler handler : handlers) {
            String type = handler.taskType().taskType();
            containers.add(topology.taskContainer(
                    type, properties.concurrency(), queue -> new TaskListener(handler, queue, this)));
        }
        messenger.publish(messenger.envelope(null, status(StatusKind.ONLINE)), null);
        containers.forEach(MessageListenerContainer::start);
        // Two threads: a heartbeat must not wait for the progress of a task.
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(
                2, Thread.ofPlatform().daemon().name(instance + "-heart-", 0).factory());
        scheduler.setRemoveOnCancelPolicy(true);
        heart = scheduler;
        every(properties.heartbeat(), this::beat);
        every(properties.progressInterval(), () -> registry.running().forEach(RunningTask::sendIfDue));
        LOG.info(
                "Agent {} takes tasks {}",
                instance,
                taskTypes.stream().map(TaskTypeInfo::taskType).toList());
    }

    /** Does something in a moment, unless it is cancelled before. */
    Future<?> soon(Runnable work) {
        ScheduledExecutorService scheduler = heart;
        if (scheduler == null) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            return scheduler.schedule(
                    () -> survive(work), properties.announceAfter().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(null);
        }
    }

    private void every(Duration interval, Runnable work) {
        long period = Math.max(1, interval.toMillis());
        Objects.requireNonNull(heart)
                .scheduleWithFixedDelay(() -> survive(work), period, period, TimeUnit.MILLISECONDS);
    }

    /** One that fails must not be the last: a silent agent is taken for dead. */
    private static void survive(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("A heartbeat or progress was not sent, the next one follows: {}", e.getMessage());
        }
    }

    /** What runs is abandoned and stays unacknowledged, so that the broker hands it to another instance. */
    @Override
    public synchronized void stop() {
        stopping.countDown();
        registry.stop();
        if (heart != null) {
            heart.shutdownNow();
            heart = null;
        }
        List<Thread> stops = containers.stream()
                .map(container -> Thread.ofVirtual().start(container::stop))
                .toList();
        containers.clear();
        try {
            for (Thread stop : stops) {
                stop.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        messenger.farewell(messenger.envelope(null, status(StatusKind.OFFLINE)));
    }

    /** Waits, but not when the agent stops. */
    void pause(Duration time) {
        try {
            if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("A pause ends early, since the agent stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return heart != null;
    }

    private void beat() {
        messenger.tell(messenger.envelope(null, status(StatusKind.HEARTBEAT)), null);
    }

    private StatusUpdate status(StatusKind kind) {
        return new StatusUpdate(kind, instance, properties.version(), null, null, null, taskTypes);
    }

    RunningTask newRunningTask(Task task, Path scratch, Consumer<RunningTask.Progress> listener) {
        S3Artifacts artifacts = new S3Artifacts(objectStore, bucket, task, scratch);
        return new RunningTask(artifacts, scratch, clock, properties.progressInterval(), listener);
    }

    Path newScratch() throws IOException {
        Path work = properties.work();
        return work == null || work.toString().isEmpty()
                ? Files.createTempDirectory("verisim-" + properties.name() + "-")
                : Files.createTempDirectory(Files.createDirectories(work), "task-");
    }

    /**
     * What a task holds while it runs: most run beside each other, one that ran out of memory or disk has the instance to
     * itself.
     */
    Lock roomFor(Task task) {
        return task.batchDivisor() > 1 ? room.writeLock() : room.readLock();
    }

    TaskRegistry registry() {
        return registry;
    }

    Messenger messenger() {
        return messenger;
    }

    String instance() {
        return instance;
    }

    String version() {
        return properties.version();
    }
}
