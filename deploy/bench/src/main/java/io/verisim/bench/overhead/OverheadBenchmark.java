package io.verisim.bench.overhead;

import io.verisim.bench.Bar;
import io.verisim.bench.Benchmark;
import io.verisim.bench.BenchmarkRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * What orchestration adds to a task, from the end of the work of one task to the beginning of that of the next: result
 * sent, taken, judged, committed; next task committed, sent, taken. Beside it the floor: one committed row and one
 * confirmed message. Then throughput, and what finished workflows leave on the heap.
 */
public final class OverheadBenchmark implements Benchmark {

    private static final int STAGES = 6;
    /** Workflows until the just-in-time compiler has seen everything. */
    private static final int WARM_UP = 200;

    private static final int EARLY = 1_000;
    private static final int LATE = 10_000;
    private static final List<String> ALL_BUT_TWO = List.of("synthesize", "distribute", "build_tests", "execute_tests");
    private static final Duration WORK = Duration.ofSeconds(1);
    private static final int SUBMITTERS = 4;
    private static final int LARGE_BYTES = 64 << 20;
    private static final double MEBI = 1 << 20;
    private static final byte[] SMALL = "name,age\nAda,36\n".getBytes(StandardCharsets.UTF_8);

    @Override
    public String name() {
        return "overhead";
    }

    @Override
    public String about() {
        return "what orchestration adds to each task, and how much it bears, on RabbitMQ and PostgreSQL";
    }

    @Override
    public void measure(BenchmarkRun run) throws IOException, InterruptedException {
        int scale = run.brief() ? 1 : 5;
        run.say("starting an orchestrator and an agent on RabbitMQ and PostgreSQL");
        try (Rig rig = Rig.start(run.scratch())) {
            run.say("warming up");
            each(rig, WARM_UP, 1, SMALL, Duration.ZERO);
            latency(run, rig, scale);
            double early = run.brief() ? Double.NaN : heapAfter(run, rig, EARLY);
            throughput(run, rig, scale);
            if (!run.brief()) {
                double late = heapAfter(run, rig, LATE);
                run.figure("live heap after " + EARLY + " workflows", early, "MiB");
                run.figure("live heap after " + LATE + " workflows", late, "MiB");
                run.figure("… more", late - early, "MiB", Bar.atMost(10));
            }
        }
    }

    private static void latency(BenchmarkRun run, Rig rig, int scale) throws IOException, InterruptedException {
        run.say("measuring the floor: one committed row and one confirmed message");
        Samples floor = rig.floor().measure(200 * scale, 1);
        Samples busyFloor = rig.floor().measure(20 * scale, Rig.IN_FLIGHT);
        run.say("measuring tasks one at a time");
        Samples alone = each(rig, 40 * scale, 1, SMALL, Duration.ZERO);
        run.say("measuring " + Rig.IN_FLIGHT + " tasks in flight");
        each(rig, Rig.IN_FLIGHT, Rig.IN_FLIGHT, SMALL, WORK);
        Samples together = each(rig, Rig.IN_FLIGHT * scale, Rig.IN_FLIGHT, SMALL, WORK);
        run.say("measuring tasks on a large artifact");
        Samples large = each(rig, 4 * scale, 1, new byte[LARGE_BYTES], Duration.ZERO);
        Samples again = each(rig, 10 * scale, 1, SMALL, Duration.ZERO);
        run.figure("floor, median", floor.median(), "ms");
        run.figure("floor, 99th percentile", floor.p99(), "ms");
        run.figure("overhead of a task, median", alone.median(), "ms", Bar.atMost(20));
        run.figure("overhead of a task, 99th percentile", alone.p99(), "ms", Bar.atMost(60));
        run.figure("… over the floor", alone.median() / floor.median(), "×");
        run.figure("floor with " + Rig.IN_FLIGHT + " at once, median", busyFloor.median(), "ms");
        run.figure(Rig.IN_FLIGHT + " tasks in flight, median", together.median(), "ms", Bar.atMost(20));
        run.figure(Rig.IN_FLIGHT + " tasks in flight, 99th percentile", together.p99(), "ms", Bar.atMost(60));
        run.figure("… over the floor with as many, median", together.median() / busyFloor.median(), "×", Bar.atMost(2));
        run.figure("… over the floor alone, median", together.median() / floor.median(), "×");
        run.figure("artifact of 64 MiB over one of 16 bytes, median", large.median() / again.median(), "×");
    }

    /** So many workflows, so many at a time; the first task of each has no gap before it. */
    private static Samples each(Rig rig, int workflows, int atOnce, byte[] source, Duration work)
            throws IOException, InterruptedException {
        rig.work().begin(work);
        long before = rig.completed();
        Semaphore free = new Semaphore(atOnce);
        long settled = before;
        for (int i = 0; i < workflows; i++) {
            while (!free.tryAcquire()) {
                long wanted = settled + 1;
                rig.awaitCompleted(wanted);
                long now = rig.completed();
                free.release((int) (now - settled));
                settled = now;
            }
            rig.orchestrator().submit("overhead-" + i, List.of(), source);
        }
        rig.awaitCompleted(before + workflows);
        return rig.work().gaps();
    }

    private static void throughput(BenchmarkRun run, Rig rig, int scale) throws IOException, InterruptedException {
        int six = 200 * scale;
        run.say("starting " + six + " workflows of six stages at once");
        double seconds = burst(rig, six, List.of());
        run.figure(
                six + " workflows of six stages, completed", rig.work().done() / (double) STAGES, "", Bar.exactly(six));
        run.figure("tasks a second", six * STAGES / seconds, "1/s", Bar.atLeast(100));
        int two = 400 * scale;
        run.say("starting " + two + " workflows of two steps");
        double twoSeconds = burst(rig, two, ALL_BUT_TWO);
        run.figure("two-step workflows a minute", two / twoSeconds * 60, "1/min", Bar.atLeast(2_000));
    }

    /** Seconds from the first submission to the end of the last workflow. */
    private static double burst(Rig rig, int workflows, List<String> skip) throws IOException, InterruptedException {
        rig.work().begin(Duration.ZERO);
        long before = rig.completed();
        long begin = System.nanoTime();
        try (ExecutorService submitters = Executors.newFixedThreadPool(SUBMITTERS)) {
            List<Future<?>> submitted = IntStream.range(0, workflows)
                    .<Future<?>>mapToObj(i -> submitters.submit(() -> {
                        rig.orchestrator().submit("burst-" + i, skip, SMALL);
                        return null;
                    }))
                    .toList();
            for (Future<?> one : submitted) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A workflow could not be started", e.getCause());
        }
        rig.awaitCompleted(before + workflows);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double heapAfter(BenchmarkRun run, Rig rig, int workflows) throws IOException, InterruptedException {
        int missing = (int) Math.max(0, workflows - rig.completed());
        run.say("letting " + missing + " more workflows end, for the heap");
        burst(rig, missing, ALL_BUT_TWO);
        return rig.orchestrator().liveHeap() / MEBI;
    }
}
