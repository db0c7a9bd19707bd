package io.verisim.synthesizer.pattern;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.numerics.KeyedPermutation;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.tabular.TextColumn;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Makes values in the shapes of a column, in their shares, with valid check digits and in ranges set aside for tests
 * where there are any.
 *
 * @param type what the values are
 * @param masks shapes
 * @param cumulative share of the first masks, cumulated
 * @param check how values are checked
 * @param permutationKey key by which distinct rows get distinct values; 0 where values may repeat
 * @param rows how many rows are made, at least 1: attempts of one row take no number of another's while there are enough
 */
@SuppressWarnings("ArrayRecordComponent")
public record PatternMaker(
        SensitivityType type,
        List<Mask> masks,
        double[] cumulative,
        CheckDigits check,
        long permutationKey,
        long rows) {

    private static final int SAMPLES = 64;

    /**
     * Learns a column.
     *
     * @param unique whether values must not repeat, as far as its shapes and test ranges have enough of them
     * @param key any number, from the seed
     * @param rows how many rows are made
     */
    public static PatternMaker of(TextColumn column, SensitivityType type, boolean unique, long key, long rows) {
        List<MaskLearner.Counted> learned = MaskLearner.learn(column, type);
        CheckDigits check = CheckDigits.of(column.dictionary());
        double[] cumulative = new double[learned.size()];
        double total = learned.stream().mapToInt(MaskLearner.Counted::count).sum();
        double sum = 0;
        for (int m = 0; m < cumulative.length; m++) {
            sum += learned.get(m).count() / total;
            cumulative[m] = sum;
        }
        return new PatternMaker(
                type,
                learned.stream()
                        .map(counted -> unique ? telling(counted.mask(), type, check) : counted.mask())
                        .toList(),
                cumulative,
                check,
                unique ? key | 1 : 0,
                Math.max(1, rows));
    }

    /** The mask without the places that test ranges and check digits decide, so that its numbers make distinct values. */
    private static Mask telling(Mask mask, SensitivityType type, CheckDigits check) {
        RandomGenerator random = new SplittableRandom(0);
        boolean[] decided = new boolean[mask.kinds().length()];
        String last = mask.fixed();
        for (int sample = 0; sample < SAMPLES; sample++) {
            String value = mask.value(random.nextLong(mask.domain()));
            last = check.repair(TestRanges.apply(type, value, random));
            if (last.length() != value.length()) {
                return mask;
            }
            for (int i = 0; i < decided.length; i++) {
                decided[i] |= last.charAt(i) != value.charAt(i);
            }
        }
        return mask.withFixed(last, decided);
    }

    /** Whether a value has the check digits that nearly all of the source's have; some numbers allow none. */
    public boolean checks(String value) {
        return check.accepts(value);
    }

    /** A value; for values that must not repeat, of a row and attempt of its own. */
    public String value(long row, int attempt, RandomGenerator random) {
        double draw = random.nextDouble();
        int chosen = 0;
        while (chosen < masks.size() - 1 && draw >= cumulative[chosen]) {
            chosen++;
        }
        Mask mask = masks.get(chosen);
        long number = random.nextLong(mask.domain());
        if (permutationKey != 0) {
            long domain = mask.domain();
            number = KeyedPermutation.of(permutationKey, domain).at((row + attempt * rows) % domain);
        }
        return check.repair(TestRanges.apply(type, mask.value(number), random));
    }

    public void write(DataOutput out) throws IOException {
        out.writeUTF(type.toString());
        out.writeInt(masks.size());
        for (Mask mask : masks) {
            mask.write(out);
        }
        Codec.writeDoubles(out, cumulative);
        out.writeUTF(check.name());
        out.writeLong(permutationKey);
        out.writeLong(rows);
    }

    public static PatternMaker read(DataInput in) throws IOException {
        SensitivityType type = SensitivityType.of(in.readUTF());
        int size = Codec.readCount(in);
        List<Mask> masks = new ArrayList<>();
        for (int m = 0; m < size; m++) {
            masks.add(Mask.read(in));
        }
        double[] cumulative = Codec.readDoubles(in);
        CheckDigits check = CheckDigits.valueOf(in.readUTF());
        return new PatternMaker(type, masks, cumulative, check, in.readLong(), in.readLong());
    }
}
