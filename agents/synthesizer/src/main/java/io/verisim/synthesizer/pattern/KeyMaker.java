package io.verisim.synthesizer.pattern;

import io.verisim.model.error.VerisimException;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.numerics.KeyedPermutation;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.tabular.TextColumn;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes unique keys from the row number alone, none of which is in the source. */
public sealed interface KeyMaker permits KeyMaker.Counting, KeyMaker.Shaped, RegularKeys {

    /** 10^18, the largest power of ten after which 64 bits still hold as many numbers. */
    long LONGEST = 1_000_000_000_000_000_000L;

    /** The key of a row. */
    String key(long row);

    void write(DataOutput out) throws IOException;

    static KeyMaker read(DataInput in) throws IOException {
        return switch (in.readByte()) {
            case 0 -> Shaped.readShaped(in);
            case 1 -> new Counting(in.readLong());
            case 2 -> RegularKeys.readRegular(in);
            default -> throw new IOException("No model: keys of an unknown kind");
        };
    }

    /** Whole numbers from one beyond the source's largest. */
    record Counting(long first) implements KeyMaker {

        /** Numbers that go on after the largest; empty where 64 bits do not hold that many. */
        public static Optional<Counting> after(TextColumn column, long rows) {
            long largest = largest(column);
            return largest > Long.MAX_VALUE - rows - 1 ? Optional.empty() : Optional.of(new Counting(largest + 1));
        }

        /** Numbers with more digits than the largest; empty where 64 bits do not hold them. */
        public static Optional<Counting> longerThan(TextColumn column) {
            long largest = largest(column);
            long first = 10;
            while (first <= largest && first < LONGEST) {
                first *= 10;
            }
            return first <= largest ? Optional.empty() : Optional.of(new Counting(first));
        }

        /** The largest of the whole numbers, at least 0; to the last digit, which a double would lose. */
        private static long largest(TextColumn column) {
            long largest = 0;
            for (String text : column.dictionary()) {
                try {
                    largest = Math.max(largest, Long.parseLong(text.strip()));
                } catch (NumberFormatException e) {
                    continue; // a spelling of a missing value among numbers
                }
            }
            return largest;
        }

        @Override
        public String key(long row) {
            return Long.toString(first + row);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeByte(1);
            out.writeLong(first);
        }
    }

    /**
     * Texts in the shapes of the source. Row r of a shape has the r-th number of a keyed permutation of all values of that
     * shape, those left out that are in the source.
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Shaped(List<Mask> masks, double[] cumulative, long key, long[][] skipped) implements KeyMaker {

        /**
         * Learns a column.
         *
         * @param rows how many keys are needed
         * @throws VerisimException DATA where its shapes have not that many values left
         */
        public static Shaped of(TextColumn column, long rows, long key) {
            return find(column, rows, key).orElseThrow(() -> exhausted(column.name(), rows));
        }

        /** As {@link #of}; empty where its shapes have not that many values left. */
        public static Optional<Shaped> find(TextColumn column, long rows, long key) {
            List<MaskLearner.Counted> learned = MaskLearner.learn(column, SensitivityType.ID);
            ValueGuard source = ValueGuard.ofAll(column, SensitivityType.ID, key);
            List<Mask> masks = new ArrayList<>();
            List<long[]> skipped = new ArrayList<>();
            List<Integer> counts = new ArrayList<>();
            for (MaskLearner.Counted counted : learned) {
                Mask mask = counted.mask();
                long[] skips = skips(mask, rows, key, source);
                if (skips == null) {
                    mask = mask.withFreeDigits();
                    skips = skips(mask, rows, key, source);
                }
                if (skips != null) {
                    masks.add(mask);
                    skipped.add(skips);
                    counts.add(counted.count());
                }
            }
            if (masks.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Shaped(List.copyOf(masks), cumulated(counts), key, skipped.toArray(long[][]::new)));
        }

        private static VerisimException exhausted(String column, long rows) {
            return VerisimException.data(
                    "PATTERN_EXHAUSTED",
                    "Column '" + column + "' is a key whose pattern has fewer than " + rows
                            + " values that are not in the source.",
                    "Ask for fewer rows, or give the column another strategy than 'key'.",
                    Map.of("column", column));
        }

        private static double[] cumulated(List<Integer> counts) {
            double total = counts.stream().mapToInt(Integer::intValue).sum();
            double[] cumulative = new double[counts.size()];
            double sum = 0;
            for (int m = 0; m < cumulative.length; m++) {
                sum += counts.get(m) / total;
                cumulative[m] = sum;
            }
            return cumulative;
        }

        /** Numbers of the permutation that are in the source, up to where enough are left; null where never. */
        private static long @Nullable [] skips(Mask mask, long rows, long key, ValueGuard source) {
            long domain = mask.domain();
            KeyedPermutation permutation = KeyedPermutation.of(key, domain);
            long[] skips = new long[16];
            int found = 0;
            long at = 0;
            for (; at - found < rows && at < domain; at++) {
                if (source.forbids(mask.value(permutation.at(at)))) {
                    if (found == skips.length) {
                        skips = Arrays.copyOf(skips, found * 2);
                    }
                    skips[found++] = at;
                }
            }
            return at - found < rows ? null : Arrays.copyOf(skips, found);
        }

        @Override
        public String key(long row) {
            double share = (mix(key + row) >>> 11) * 0x1p-53;
            int chosen = 0;
            while (chosen < masks.size() - 1 && share >= cumulative[chosen]) {
                chosen++;
            }
            Mask mask = masks.get(chosen);
            return mask.value(KeyedPermutation.of(key, mask.domain()).at(number(row, skipped[chosen])));
        }

        /** The row-th number that is not skipped. */
        private static long number(long row, long[] skips) {
            int low = 0;
            int high = skips.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (skips[middle] - middle <= row) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return row + low;
        }

        private static long mix(long value) {
            long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
            z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
            return z ^ (z >>> 31);
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeByte(0);
            out.writeInt(masks.size());
            for (int m = 0; m < masks.size(); m++) {
                masks.get(m).write(out);
                Codec.writeLongs(out, skipped[m]);
            }
            Codec.writeDoubles(out, cumulative);
            out.writeLong(key);
        }

        private static Shaped readShaped(DataInput in) throws IOException {
            int size = Codec.readCount(in);
            List<Mask> masks = new ArrayList<>();
            List<long[]> skipped = new ArrayList<>();
            for (int m = 0; m < size; m++) {
                masks.add(Mask.read(in));
                skipped.add(Codec.readLongs(in));
            }
            double[] cumulative = Codec.readDoubles(in);
            return new Shaped(List.copyOf(masks), cumulative, in.readLong(), skipped.toArray(long[][]::new));
        }
    }
}
