package io.verisim.bench.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** What goes wrong when; the same for the same seed. */
final class Schedule {

    private static final String ALGORITHM = "L64X128MixRandom";
    private static final double QUIET_END = 0.04;

    /** Shares of the kinds of faults, in hundredths. */
    private static final int KILLS = 31;

    private static final int POINTS = 31;
    private static final int STOPS = 10;
    private static final int CUTS = 12;
    private static final int SLOW = 6;
    private static final int DISKS = 3;

    private final RandomGenerator random;
    private final Scale scale;
    private final int disks;

    private Schedule(RandomGenerator random, Scale scale, int disks) {
        this.random = random;
        this.scale = scale;
        this.disks = disks;
    }

    /**
     * A fault at its time.
     *
     * @param at time since the first
     */
    record Timed(Duration at, Fault fault) {}

    /**
     * A schedule.
     *
     * @param disks how many disks can be filled up
     */
    static List<Timed> of(long seed, Scale scale, int disks) {
        RandomGenerator random = RandomGeneratorFactory.of(ALGORITHM).create(seed);
        return new Schedule(random, scale, disks).make();
    }

    /** More points to arm, for as long as too few have been reached. */
    static Supplier<Fault> more(long seed, Scale scale) {
        RandomGenerator random = RandomGeneratorFactory.of(ALGORITHM).create(seed + 1);
        return new Schedule(random, scale, 0).points();
    }

    private List<Timed> make() {
        List<Fault> faults = new ArrayList<>();
        add(faults, share(KILLS), new Cycle<>(scale.parts(), this::shuffle).map(Fault.Kill::new));
        add(faults, share(POINTS), points());
        List<String> others =
                scale.parts().stream().filter(part -> !part.equals("services")).toList();
        add(faults, share(STOPS), () -> new Fault.Stop(pick(others), stop()));
        add(faults, share(CUTS), () -> new Fault.Cut(pick(Network.SERVICES)));
        add(faults, share(SLOW), () -> new Fault.Slow(pick(Network.SERVICES), millis(20, 400), millis(2_000, 6_000)));
        if (disks > 0) {
            add(faults, share(DISKS), () -> new Fault.FullDisk(random.nextInt(disks), millis(2_000, 6_000)));
        }
        Cycle<Fault.Blow> blows = new Cycle<>(List.of(Fault.Blow.values()), this::shuffle);
        add(faults, Math.max(1, scale.faults() - faults.size()), () -> new Fault.DatabaseBlow(blows.get()));
        shuffle(faults);
        return timed(faults);
    }

    private int share(int hundredths) {
        return Math.max(1, scale.faults() * hundredths / 100);
    }

    private static void add(List<Fault> faults, int count, Supplier<? extends Fault> next) {
        for (int i = 0; i < count; i++) {
            faults.add(next.get());
        }
    }

    /** Every point comes round before any comes again. */
    private Supplier<Fault> points() {
        Cycle<Point> cycle = new Cycle<>(scale.points(), this::shuffle);
        return () -> {
            Point point = cycle.get();
            List<String> passing =
                    scale.parts().stream().filter(point::isPassedBy).toList();
            return new Fault.KillAtPoint(
                    pick(passing), point, 1 + random.nextInt(point.isOften() && scale.isLong() ? 3 : 1));
        };
    }

    /** One stop in three lasts as long as stops may. */
    private Duration stop() {
        return random.nextInt(3) == 0 ? scale.longestStop().minusMillis(random.nextInt(1_000)) : millis(1_000, 5_000);
    }

    private Duration millis(int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            list.set(i, list.set(random.nextInt(i + 1), list.get(i)));
        }
    }

    /** Evenly, each a little early or late; none at the very end, so that the last ones hit something. */
    private List<Timed> timed(List<Fault> faults) {
        double span = scale.length().toMillis() * (1 - QUIET_END);
        double step = span / faults.size();
        List<Timed> timed = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            timed.add(new Timed(Duration.ofMillis((long) (step * (i + random.nextDouble()))), faults.get(i)));
        }
        return timed;
    }
}
