package io.verisim.bench.faults;

import io.verisim.bench.BenchmarkRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much is done.
 *
 * @param length how long there are faults
 * @param faults how many are planned
 * @param workflows how many small workflows are planned
 * @param real how many workflows take a telecom table through all stages
 * @param longestStop how long a process stands still at most; longer than an agent's lease where time allows
 * @param agents agents that have two processes
 */
record Scale(Duration length, int faults, int workflows, int real, Duration longestStop, List<String> agents) {

    private static final Duration BRIEF = Duration.ofSeconds(40);
    private static final Duration FULL = Duration.ofMinutes(30);
    private static final int BRIEF_FAULTS = 12;
    private static final int BRIEF_WORKFLOWS = 6;
    private static final double FAULTS_A_MINUTE = 12;
    private static final double WORKFLOWS_A_MINUTE = 1.7;
    private static final int MINUTES_A_REAL_ONE = 6;
    private static final int VARIANTS = 3;

    static Scale of(BenchmarkRun run) {
        @Nullable Duration wished = run.length();
        if (run.brief()) {
            return new Scale(BRIEF, BRIEF_FAULTS, BRIEF_WORKFLOWS, 0, Duration.ofSeconds(6), List.of());
        }
        Duration length = wished == null ? FULL : wished;
        double minutes = length.toSeconds() / 60.0;
        return new Scale(
                length,
                (int) Math.round(minutes * FAULTS_A_MINUTE),
                Math.max(BRIEF_WORKFLOWS, (int) Math.round(minutes * WORKFLOWS_A_MINUTE)),
                (int) minutes / MINUTES_A_REAL_ONE,
                Duration.ofSeconds(30),
                List.of("synthesizer", "distributor"));
    }

    /** Whether there is time for every kind of fault more than once. */
    boolean isLong() {
        return length.compareTo(BRIEF) > 0;
    }

    /** Small tables there are. */
    int variants() {
        return isLong() ? VARIANTS : 2;
    }

    /** What gives an instance its processes. */
    List<String> options() {
        List<String> options = new ArrayList<>(List.of("--orchestrators", "2"));
        agents.forEach(agent -> options.addAll(List.of("--replicas", agent + "=2")));
        return options;
    }

    /** Names of all its processes. */
    List<String> parts() {
        List<String> parts = new ArrayList<>(List.of(
                "services",
                "orchestrator",
                "orchestrator-2",
                "data-processor",
                "synthesizer",
                "distributor",
                "test-case-builder",
                "test-executor"));
        agents.forEach(agent -> parts.add(agent + "-2"));
        return parts;
    }

    /** The points that are worth arming: in a short time only those that every workflow passes. */
    List<Point> points() {
        return isLong()
                ? Points.all()
                : Points.all().stream().filter(Point::everyWorkflowPassesIt).toList();
    }

    /** Faults that must have happened: some find their process gone already, or their point is never reached. */
    int leastFaults() {
        return isLong() ? (int) (length.toSeconds() / 6) : BRIEF_FAULTS / 2;
    }

    int leastKills() {
        return isLong() ? (int) (length.toSeconds() / 15) : 3;
    }

    /** Kills between an effect outside and its record. */
    int leastAfterEffects() {
        return isLong() ? (int) (length.toSeconds() / 60) : 1;
    }
}
