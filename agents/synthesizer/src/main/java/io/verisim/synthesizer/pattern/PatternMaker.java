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
 */
@SuppressWarnings("ArrayRecordComponent")
public record PatternMaker(
        SensitivityType type, List<Mask> masks, double[] cumulative, CheckDigits check, long permutationKey) {

    /**
     * Learns a column.
     *
     * @param unique whether values must not repeat
     * @param key any number, from the seed
     */
    public static PatternMaker of(TextColumn column, SensitivityType type, boolean unique, long key) {
        List<MaskLearner.Counted> learned = MaskLearner.learn(column, type);
        double[] cumulative = new double[learned.size()];
        double total = learned.stream().mapToInt(MaskLearner.Counted::count).sum();
        double sum = 0;
        for (int m = 0; m < cumulative.length; m++) {
            sum += learned.get(m).count() / total;
            cumulative[m] = sum;
        }
        return new PatternMaker(
                type,
                learned.stream().map(MaskLearner.Counted::mask).toList(),
                cumulative,
                CheckDigits.of(column.dictionary()),
                unique ? key | 1 : 0);
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
            long stride = Math.max(1, domain / 128);
            number = KeyedPermutation.of(permutationKey, domain).at((row + attempt * stride) % domain);
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
    }

    public static PatternMaker read(DataInput in) throws IOException {
        SensitivityType type = SensitivityType.of(in.readUTF());
        int size = Codec.readCount(in);
        List<Mask> masks = new ArrayList<>();
        for (int m = 0; m < size; m++) {
            masks.add(Mask.read(in));
        }
        return new PatternMaker(type, masks, Codec.readDoubles(in), CheckDigits.valueOf(in.readUTF()), in.readLong());
    }
}
