package io.verisim.bench.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Starts workflows all through a run, a few at a time, so that something is always in flight, and watches them. */
final class Workload {

    private static final long LOOK_MILLIS = 250;
    private static final int MOST_IN_FLIGHT = 4;
    private static final int MOST_TIMES = 3;
    private static final long AGAIN_NANOS = 1_000_000_000L;

    private final Api api;
    private final Orders orders;
    private final Chronicle chronicle;
    private final Deque<Planned> planned = new ArrayDeque<>();
    private final List<Course> courses = new ArrayList<>();
    private int extra;
    private int variants = 1;

    /**
     * What is to be started.
     *
     * @param tries how often its order could not be written
     * @param order its order, once there is one
     */
    private record Planned(
            String name,
            Story story,
            int variant,
            int tries,
            @Nullable Order order) {

        Planned(String name, Story story, int variant) {
            this(name, story, variant, 0, null);
        }

        /** A new name for each try: of an order that could not be written, scenarios may be in Jira already. */
        String tryName() {
            return tries == 0 ? name : name + "-" + (tries + 1);
        }

        Planned again() {
            return new Planned(name, story, variant, tries + 1, null);
        }

        Planned with(Order written) {
            return new Planned(name, story, variant, tries, written);
        }
    }

    Workload(Api api, Orders orders, Chronicle chronicle) {
        this.api = api;
        this.orders = orders;
        this.chronicle = chronicle;
    }

    /** All kinds of workflows, mixed. */
    void plan(Scale scale, boolean withTests) {
        variants = scale.variants();
        int small = scale.workflows();
        int real = scale.real();
        List<Story> cycle = new ArrayList<>(List.of(
                Story.LOAD,
                Story.PAUSE,
                Story.TESTS,
                Story.ABORT,
                Story.QUESTION,
                Story.MISTAKE,
                Story.LOAD,
                Story.TESTS));
        cycle.removeIf(story -> story.hasTests() && !withTests);
        for (int i = 0; i < small; i++) {
            planned.add(new Planned("w-" + (i + 1), cycle.get(i % cycle.size()), i % variants));
            if (withTests && real > 0 && i % (small / real) == 1) {
                planned.add(new Planned("real-" + (i / (small / real) + 1), Story.REAL, 0));
            }
        }
    }

    /** Plans one more. */
    void plan(String name, Story story, int variant) {
        planned.add(new Planned(name, story, variant));
    }

    /**
     * Starts what is planned, spread over the time, and watches it; what is in flight at the end stays so.
     *
     * @param done whether it is enough after this time
     */
    void run(Duration length, BooleanSupplier done) throws InterruptedException {
        long begin = System.nanoTime();
        long pause = length.toNanos() / (planned.size() + 1);
        long next = begin;
        long notBefore = begin;
        while (System.nanoTime() - begin < length.toNanos()
                || !done.getAsBoolean() && System.nanoTime() - begin < MOST_TIMES * length.toNanos()) {
            long inFlight =
                    courses.stream().filter(course -> !course.hasEnded()).count();
            boolean due = System.nanoTime() - next >= 0 && inFlight < MOST_IN_FLIGHT && !planned.isEmpty();
            if ((due || inFlight == 0) && System.nanoTime() - notBefore >= 0) {
                if (startNext()) {
                    next += pause;
                } else {
                    notBefore = System.nanoTime() + AGAIN_NANOS;
                }
            }
            lookAtAll();
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** Starts all that is planned and watches everything until it has ended; false where something has not in time. */
    boolean finish(Duration limit) throws InterruptedException {
        return Await.that(limit, () -> {
            if (!planned.isEmpty()) {
                startNext();
            }
            lookAtAll();
            return planned.isEmpty() && courses.stream().allMatch(Course::hasEnded);
        });
    }

    /** False where nobody answered; it is asked for again, and started once. */
    private boolean startNext() throws InterruptedException {
        if (!api.answers()) {
            return false;
        }
        Planned next =
                planned.isEmpty() ? new Planned("extra-" + ++extra, Story.LOAD, extra % variants) : planned.remove();
        Order order = next.order();
        try {
            if (order == null) {
                order = orders.order(next.tryName(), next.story(), next.variant());
            }
            courses.add(new Course(order, api.start(order)));
            return true;
        } catch (IOException e) {
            chronicle.write("start of " + next.tryName() + " not answered: " + e);
            planned.addFirst(order == null ? next.again() : next.with(order));
            return false;
        }
    }

    private void lookAtAll() throws InterruptedException {
        for (Course course : courses) {
            if (!course.hasEnded()) {
                try {
                    course.look(api);
                } catch (IOException awayOrNotAllowed) {
                    // looked at again in a moment
                }
            }
        }
    }

    /** Workflows that were started. */
    List<Course> courses() {
        return courses;
    }
}
