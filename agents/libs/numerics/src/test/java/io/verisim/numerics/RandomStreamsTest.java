package io.verisim.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.testkit.Property;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    @Property(tries = 50)
    void theGeneratorIsTheOneOfTheJavaPlatform(RandomGenerator random) {
        ByteBuffer seed = ByteBuffer.allocate(32);
        IntStream.range(0, 4).forEach(i -> seed.putLong(random.nextLong()));
        RandomGenerator theirs = RandomGeneratorFactory.of("L64X128MixRandom").create(seed.array());
        RandomGenerator ours =
                new StreamGenerator(seed.getLong(0), seed.getLong(8), seed.getLong(16), seed.getLong(24));
        for (int i = 0; i < 100; i++) {
            assertThat(ours.nextLong()).isEqualTo(theirs.nextLong());
        }
        assertThat(ours.nextDouble()).isEqualTo(theirs.nextDouble());
        assertThat(ours.nextInt()).isEqualTo(theirs.nextInt());
    }

    /** Expected values by a Python program of the same definition. */
    @Test
    void aStreamIsNamedByItsLabelsAloneAndStaysTheSameForEver() {
        RandomGenerator random = RandomStreams.of(42).with("customers").with(17).generator();
        assertThat(new long[] {random.nextLong(), random.nextLong(), random.nextLong(100)})
                .as("changing these bytes changes every dataset that was ever promised to be reproducible")
                .containsExactly(4821697336462458128L, 2635320366039875506L, 14);
        assertThat(RandomStreams.of(42).with("customers").with(17).key()).isEqualTo(8775362911161342557L);
    }

    @Test
    void noTwoPathsMeet() {
        RandomStreams root = RandomStreams.of(1);
        Set<Long> firsts = new HashSet<>();
        for (RandomStreams stream : new RandomStreams[] {
            root,
            RandomStreams.of(2),
            root.with("a"),
            root.with("b"),
            root.with("ab"),
            root.with("a").with("b"),
            root.with(0),
            root.with(1),
            root.with("0"),
            root.with(""),
            root.with("").with("a"),
            root.with("a").with(""),
            root.with(0).with(1),
            root.with(1).with(0)
        }) {
            assertThat(firsts.add(stream.generator().nextLong())).isTrue();
            assertThat(firsts.add(stream.key())).isTrue();
        }
    }

    @Test
    void drawsFollowTheirLaws() {
        RandomGenerator random = RandomStreams.of(3).generator();
        StatisticalAssertions.assertFollows(random.doubles(20_000).toArray(), x -> x);
        StatisticalAssertions.assertFollows(
                IntStream.range(0, 20_000)
                        .mapToDouble(i -> random.nextGaussian())
                        .toArray(),
                Normal::cdf);
        StatisticalAssertions.assertFollows(
                IntStream.range(0, 20_000)
                        .mapToDouble(i -> random.nextDouble(-3, 5))
                        .toArray(),
                x -> (x + 3) / 8);
        long[] dice = new long[6];
        IntStream.range(0, 60_000).forEach(i -> dice[random.nextInt(1, 7) - 1]++);
        double[] fair = new double[6];
        Arrays.fill(fair, 1.0 / 6);
        StatisticalAssertions.assertFollows(dice, fair);
        long[] coins = new long[2];
        IntStream.range(0, 10_000).forEach(i -> coins[random.nextBoolean() ? 0 : 1]++);
        StatisticalAssertions.assertFollows(coins, new double[] {0.5, 0.5});
    }

    @Test
    void neighbouringBlocksAreIndependent() {
        RandomStreams table = RandomStreams.of(5).with("t");
        long[] pairs = new long[100];
        for (int block = 0; block < 50_000; block++) {
            double one = table.with(block).generator().nextDouble();
            double next = table.with(block + 1).generator().nextDouble();
            pairs[(int) (one * 10) * 10 + (int) (next * 10)]++;
        }
        double[] uniform = new double[100];
        Arrays.fill(uniform, 0.01);
        StatisticalAssertions.assertFollows(pairs, uniform);
    }

    @Property(tries = 100)
    void boundedDrawsStayWithinTheirBounds(RandomGenerator random) {
        RandomGenerator stream = RandomStreams.of(random.nextLong()).generator();
        long bound = random.nextLong() >>> 1 >>> random.nextInt(62);
        assertThat(stream.nextLong(bound + 1)).isBetween(0L, bound);
        assertThat(stream.nextLong(Long.MIN_VALUE, bound)).isLessThan(bound);
        assertThat(stream.nextDouble(1, Math.nextUp(1.0))).isEqualTo(1.0);
        assertThat(stream.nextInt(-5, -4)).isEqualTo(-5);
    }

    @Test
    void emptyRangesAreRefused() {
        RandomGenerator random = RandomStreams.of(0).generator();
        assertThatThrownBy(() -> random.nextLong(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> random.nextLong(3, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> random.nextDouble(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
