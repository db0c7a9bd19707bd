package io.verisim.synthesizer.leakage;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.numerics.Interruption;
import io.verisim.tabular.TextColumn;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Refuses the production values of one identifying column, in whatever spelling. */
public final class ValueGuard {

    /** A value in at least so many rows points at nobody. */
    public static final int COMMON = 5;

    private final SensitivityType type;
    private final Fingerprints forbidden;

    private ValueGuard(SensitivityType type, Fingerprints forbidden) {
        this.type = type;
        this.forbidden = forbidden;
    }

    /** Refuses values of which some spelling, or all spellings together, occur in fewer than {@link #COMMON} rows. */
    public static ValueGuard ofRare(TextColumn column, SensitivityType type, long salt) {
        return of(column, type, salt, COMMON);
    }

    /** Refuses every value of the column, as keys need. */
    public static ValueGuard ofAll(TextColumn column, SensitivityType type, long salt) {
        return of(column, type, salt, Integer.MAX_VALUE);
    }

    private static ValueGuard of(TextColumn column, SensitivityType type, long salt, int common) {
        int[] counts = column.counts();
        Map<String, Integer> together = new HashMap<>();
        Set<String> rare = new HashSet<>();
        for (int code = 0; code < counts.length; code++) {
            Interruption.checkAt(code);
            String normal = NormalForm.of(type, column.dictionary().get(code));
            together.merge(normal, counts[code], Integer::sum);
            if (counts[code] < common) {
                rare.add(normal);
            }
        }
        together.forEach((normal, count) -> {
            if (count < common) {
                rare.add(normal);
            }
        });
        rare.remove("");
        return new ValueGuard(type, Fingerprints.of(rare, salt));
    }

    public boolean forbids(String value) {
        return forbidden.size() > 0 && forbidden.contains(NormalForm.of(type, value));
    }

    public void write(DataOutput out) throws IOException {
        out.writeUTF(type.toString());
        forbidden.write(out);
    }

    public static ValueGuard read(DataInput in) throws IOException {
        return new ValueGuard(SensitivityType.of(in.readUTF()), Fingerprints.read(in));
    }
}
