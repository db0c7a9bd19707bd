package io.verisim.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.testkit.Property;
import java.util.Arrays;
import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class KeyedPermutationTest {

    @Property(tries = 150, maxSize = 3000)
    void everyElementIsHitOnceAndFoundAgain(RandomGenerator random, int size) {
        int n = size + 1;
        KeyedPermutation permutation = KeyedPermutation.of(random.nextLong(), n);
        BitSet hit = new BitSet(n);
        for (int i = 0; i < n; i++) {
            long value = permutation.at(i);
            hit.set((int) value);
            assertThat(permutation.indexOf(value)).isEqualTo(i);
        }
        assertThat(hit.cardinality()).isEqualTo(n);
    }

    @Property(tries = 100, maxSize = 62)
    void hugeDomainsWorkToo(RandomGenerator random, int size) {
        long n = Math.max(1, (1L << size) - random.nextInt(2));
        KeyedPermutation permutation = KeyedPermutation.of(random.nextLong(), n);
        long i = random.nextLong(n);
        assertThat(permutation.at(i)).isBetween(0L, n - 1);
        assertThat(permutation.indexOf(permutation.at(i))).isEqualTo(i);
    }

    @Test
    void allOrdersOfASmallSetAreEquallyLikely() {
        long[] orders = new long[24];
        for (int key = 0; key < 48_000; key++) {
            KeyedPermutation permutation = KeyedPermutation.of(key, 4);
            orders[rank(permutation)]++;
        }
        double[] uniform = new double[24];
        Arrays.fill(uniform, 1.0 / 24);
        // four elements on four bits: a Feistel network makes even permutations of 16 only, so that the orders are
        // near,
        // not at, equality; ten per cent is the tolerance
        for (long order : orders) {
            assertThat((double) order).isBetween(1_800.0, 2_200.0);
        }
    }

    @Test
    void neighboursAreSpreadOverTheWholeDomain() {
        KeyedPermutation permutation = KeyedPermutation.of(11, 1_000_003);
        long[] classes = new long[100];
        for (int i = 0; i < 10_000; i++) {
            classes[(int) (permutation.at(i) * 100 / 1_000_003)]++;
        }
        double[] uniform = new double[100];
        Arrays.fill(uniform, 0.01);
        StatisticalAssertions.assertFollows(classes, uniform);
    }

    @Test
    void whatLiesOutsideIsRefused() {
        assertThatThrownBy(() -> KeyedPermutation.of(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeyedPermutation.of(1, 5).at(5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> KeyedPermutation.of(1, 5).indexOf(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static int rank(KeyedPermutation permutation) {
        int rank = 0;
        for (int i = 0; i < 4; i++) {
            int smaller = 0;
            for (int j = i + 1; j < 4; j++) {
                smaller += permutation.at(j) < permutation.at(i) ? 1 : 0;
            }
            rank = rank * (4 - i) + smaller;
        }
        return rank;
    }
}
