package io.verisim.bench.faults;

import java.io.IOException;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A started workflow, watched and steered by its user as its story says. Used by one thread. */
final class Course {

    private static final Set<String> ENDS = Set.of("COMPLETED", "FAILED", "ABORTED");
    private static final Set<String> AT_REST = Set.of("PAUSED", "WAITING_INPUT", "WAITING_RETRY", "CREATED");
    private static final long LET_RUN_NANOS = 1_500_000_000L;
    private static final long PAUSED_NANOS = 3_000_000_000L;

    private final Order order;
    private final String id;
    private final long begun = System.nanoTime();
    private long pausedSince;
    private boolean paused;
    private boolean resumed;
    private boolean aborted;
    private int rescued;
    private String state = "";

    Course(Order order, String id) {
        this.order = order;
        this.id = id;
    }

    Order order() {
        return order;
    }

    String id() {
        return id;
    }

    boolean hasEnded() {
        return ENDS.contains(state);
    }

    String state() {
        return state;
    }

    /** How often it was resumed by its operator, after what it needed had been away for too long. */
    int rescued() {
        return rescued;
    }

    /** Looks at it and does what its user would do next. */
    void look(Api api) throws IOException, InterruptedException {
        JsonNode workflow = api.workflow(id);
        state = workflow.path("status").asString();
        boolean lasts = order.story() == Story.ABORT || System.nanoTime() - begun > LET_RUN_NANOS;
        if (state.equals("WAITING_INPUT")) {
            answer(api, workflow);
        } else if (state.equals("PAUSED")) {
            resume(api);
        } else if (hasEnded() || AT_REST.contains(state) || !lasts) {
            return;
        } else if (order.story() == Story.ABORT) {
            abort(api);
        } else if (order.story() == Story.PAUSE && !paused) {
            api.steer(id, "pause");
            paused = true;
        }
    }

    /** The state in which it must end; one that was done before its user could abort it is done. */
    String end() {
        return order.story() == Story.ABORT && !aborted && state.equals("COMPLETED")
                ? state
                : order.story().end();
    }

    private void abort(Api api) throws IOException, InterruptedException {
        api.steer(id, "abort");
        aborted = true;
    }

    private void answer(Api api, JsonNode workflow) throws IOException, InterruptedException {
        for (JsonNode question : workflow.path("questions")) {
            api.answer(
                    id,
                    question.path("id").asString(),
                    question.path("defaultChoice").asString());
        }
    }

    /** Not at once, as a person needs a moment. */
    private void resume(Api api) throws IOException, InterruptedException {
        if (order.story() == Story.ABORT) {
            abort(api);
            return;
        }
        if (pausedSince == 0) {
            pausedSince = System.nanoTime();
        } else if (System.nanoTime() - pausedSince > PAUSED_NANOS) {
            api.steer(id, "resume");
            pausedSince = 0;
            if (order.story() == Story.PAUSE && paused && !resumed) {
                resumed = true;
            } else {
                rescued++;
            }
        }
    }
}
