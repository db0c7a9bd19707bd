package io.verisim.synthesizer.model.mixture;

import io.verisim.numerics.Interruption;
import java.util.Arrays;

/** Finds the best split of a node: one column and the set of its groups that go left. Reused from node to node. */
final class SplitSearch {

    private static final int GROUPS = Coding.MAX_GROUPS;
    private static final int MAX_ORDERS = 3;

    private final Features features;
    private final int[] usable;
    private final TargetClasses target;
    private final byte[] rowClass;
    private final int leastRows;
    private final int dimensions;

    private final int[] histogram;
    private final int[] groupRows = new int[GROUPS];
    private final double[] groupSums;
    private final double[] total;
    private final double[] left;
    private final long[] keys = new long[GROUPS];

    double gain;
    int feature;
    long leftGroups;

    SplitSearch(Features features, int[] usable, TargetClasses target, byte[] rowClass, int leastRows) {
        this.features = features;
        this.usable = usable;
        this.target = target;
        this.rowClass = rowClass;
        this.leastRows = leastRows;
        this.dimensions = target.dimensions();
        histogram = new int[GROUPS * target.classes()];
        groupSums = new double[GROUPS * dimensions];
        total = new double[dimensions];
        left = new double[dimensions];
    }

    /** Looks at rows {@code [start, end)}; the best split is then in the fields, none where {@code gain} is 0. */
    void search(int[] rows, int start, int end) {
        gain = 0;
        sumUp(rows, start, end);
        double worth = worth(total, end - start);
        for (int f : usable) {
            Interruption.check();
            int present = fill(features.groups()[f], rows, start, end);
            if (present < 2) {
                continue;
            }
            if (features.ordered()[f]) {
                int found = 0;
                for (int g = 0; g < GROUPS; g++) {
                    if (groupRows[g] > 0) {
                        keys[found++] = g;
                    }
                }
                scan(f, found, end - start, worth, true);
            } else {
                for (int d : frequentDimensions()) {
                    scan(f, orderBy(d), end - start, worth, false);
                }
            }
        }
    }

    /** How much the worth of a node would rise were each of its rows judged by itself: its impurity. */
    double impurity(int rows) {
        double sum = 0;
        for (int c = 0; c < target.classes(); c++) {
            double[] output = target.outputs[c];
            double square = 0;
            for (double o : output) {
                square += o * o;
            }
            sum += square * classRows[c];
        }
        return sum - worth(total, rows);
    }

    private int[] classRows = new int[0];

    private void sumUp(int[] rows, int start, int end) {
        classRows = new int[target.classes()];
        for (int i = start; i < end; i++) {
            classRows[rowClass[rows[i]]]++;
        }
        Arrays.fill(total, 0);
        for (int c = 0; c < classRows.length; c++) {
            for (int d = 0; d < dimensions; d++) {
                total[d] += classRows[c] * target.outputs[c][d];
            }
        }
    }

    private int fill(byte[] groups, int[] rows, int start, int end) {
        int classes = target.classes();
        Arrays.fill(histogram, 0);
        for (int i = start; i < end; i++) {
            int row = rows[i];
            histogram[groups[row] * classes + rowClass[row]]++;
        }
        int present = 0;
        Arrays.fill(groupSums, 0);
        for (int g = 0; g < GROUPS; g++) {
            int count = 0;
            for (int c = 0; c < classes; c++) {
                int n = histogram[g * classes + c];
                if (n > 0) {
                    count += n;
                    double[] output = target.outputs[c];
                    for (int d = 0; d < dimensions; d++) {
                        groupSums[g * dimensions + d] += n * output[d];
                    }
                }
            }
            groupRows[g] = count;
            present += count > 0 ? 1 : 0;
        }
        return present;
    }

    private int[] frequentDimensions() {
        int[] best = new int[Math.min(MAX_ORDERS, dimensions)];
        Arrays.fill(best, -1);
        for (int b = 0; b < best.length; b++) {
            for (int d = 0; d < dimensions; d++) {
                if ((best[b] < 0 || Math.abs(total[d]) > Math.abs(total[best[b]])) && !contains(best, b, d)) {
                    best[b] = d;
                }
            }
        }
        return best;
    }

    private static boolean contains(int[] values, int length, int value) {
        for (int i = 0; i < length; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    /** Groups by their mean of an output; the mean is in the upper bits of a key, the group in the lower. */
    private int orderBy(int dimension) {
        int found = 0;
        for (int g = 0; g < GROUPS; g++) {
            if (groupRows[g] > 0) {
                double mean = groupSums[g * dimensions + dimension] / groupRows[g];
                keys[found++] = (Math.round(mean * 1e9) << 6) | g;
            }
        }
        Arrays.sort(keys, 0, found);
        return found;
    }

    /** Of ordered groups those that no row has here go where the ones next below go. */
    private void scan(int candidate, int found, int rows, double worth, boolean ordered) {
        Arrays.fill(left, 0);
        int leftRows = 0;
        long mask = 0;
        for (int k = 0; k < found - 1; k++) {
            int g = (int) (keys[k] & (GROUPS - 1));
            mask = ordered ? -1L >>> (GROUPS - 1 - g) : mask | 1L << g;
            leftRows += groupRows[g];
            for (int d = 0; d < dimensions; d++) {
                left[d] += groupSums[g * dimensions + d];
            }
            if (leftRows < leastRows || rows - leftRows < leastRows) {
                continue;
            }
            double split = 0;
            for (int d = 0; d < dimensions; d++) {
                double right = total[d] - left[d];
                split += left[d] * left[d] / leftRows + right * right / (rows - leftRows);
            }
            if (split - worth > gain) {
                gain = split - worth;
                feature = candidate;
                leftGroups = mask;
            }
        }
    }

    private double worth(double[] sums, int rows) {
        double worth = 0;
        for (double sum : sums) {
            worth += sum * sum / rows;
        }
        return worth;
    }
}
