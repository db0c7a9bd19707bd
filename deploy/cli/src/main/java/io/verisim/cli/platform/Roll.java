package io.verisim.cli.platform;

import io.verisim.cli.client.OrchestratorClient;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Which agents the orchestrator knows to be there. It is asked on a thread of its own, since an orchestrator that is not
 * well may take long to answer.
 */
final class Roll {

    private static final Logger LOG = LoggerFactory.getLogger(Roll.class);
    private static final long PAUSE_MILLIS = 150;

    private final OrchestratorClient client;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Answer last;

    /** Who is there, and when that was asked. */
    private record Answer(long askedNanos, Set<String> online) {}

    Roll(OrchestratorClient client) {
        this.client = client;
    }

    /** Asks, unless a question is open; returns at once. */
    void call() {
        if (asking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("roll").start(() -> {
                try {
                    ask();
                    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    asking.set(false);
                }
            });
        }
    }

    private void ask() {
        long asked = System.nanoTime();
        try {
            last = new Answer(asked, online());
        } catch (RuntimeException e) {
            LOG.debug("The orchestrator does not answer yet: {}", e.getMessage());
        }
    }

    private Set<String> online() {
        Set<String> online = new HashSet<>();
        for (JsonNode agent : client.get("/api/v1/agents").path("agents")) {
            if (agent.path("status").asString("").equals("ONLINE")) {
                online.add(agent.path("instance").asString(""));
            }
        }
        return online;
    }

    /** Whether the orchestrator answered a question that was asked after a time. */
    boolean isAnsweredSince(long nanos) {
        Answer answer = last;
        return answer != null && answer.askedNanos() - nanos > 0;
    }

    /** Whether an instance of an agent was there at the last answer. */
    boolean has(String instance) {
        Answer answer = last;
        return answer != null && answer.online().contains(instance);
    }
}
