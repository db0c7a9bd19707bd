package io.verisim.synthesizer.pattern;

import io.verisim.model.error.VerisimException;
import io.verisim.numerics.KeyedPermutation;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.leakage.ValueGuard;
import io.verisim.synthesizer.regular.RegularExpression;
import io.verisim.synthesizer.regular.RegularStrings;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/**
 * Texts that match a regular expression, none of which is in the source; distinct while there are enough.
 *
 * @param rows how many keys are needed
 * @param unique whether it ends where there are not enough, rather than repeat
 */
public record RegularKeys(
        RegularStrings strings, String pattern, ValueGuard source, long key, long rows, boolean unique)
        implements KeyMaker {

    private static final int ATTEMPTS = 1_000;

    /**
     * Keys of a pattern.
     *
     * @throws VerisimException CONFIGURATION where it is none
     */
    public static RegularKeys of(String pattern, ValueGuard source, long key, long rows, boolean unique) {
        RegularStrings strings = RegularExpression.of(pattern).strings();
        return new RegularKeys(strings, pattern, source, key, Math.max(1, rows), unique);
    }

    @Override
    public String key(long row) {
        KeyedPermutation permutation = KeyedPermutation.of(key, strings.count());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long number = row + attempt * rows;
            if (unique && number >= strings.count()) {
                break;
            }
            String value = strings.at(permutation.at(number % strings.count()));
            if (!source.forbids(value)) {
                return value;
            }
        }
        throw VerisimException.data(
                "PATTERN_EXHAUSTED",
                "The pattern '" + pattern + "' has too few values for " + rows + " rows that are not in the source.",
                "Ask for fewer rows, or give a pattern with more values.",
                Map.of("pattern", pattern));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(2);
        Codec.writeText(out, pattern);
        source.write(out);
        out.writeLong(key);
        out.writeLong(rows);
        out.writeBoolean(unique);
    }

    static RegularKeys readRegular(DataInput in) throws IOException {
        return of(Codec.readText(in), ValueGuard.read(in), in.readLong(), in.readLong(), in.readBoolean());
    }
}
