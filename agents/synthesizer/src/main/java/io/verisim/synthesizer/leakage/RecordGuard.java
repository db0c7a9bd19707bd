package io.verisim.synthesizer.leakage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Refuses records that equal a production record which occurs in fewer than {@link ValueGuard#COMMON} rows. */
public final class RecordGuard {

    private final Fingerprints rare;

    private RecordGuard(Fingerprints rare) {
        this.rare = rare;
    }

    /**
     * Remembers the rare ones of these records.
     *
     * @param records one hash a row, built by {@link #append}
     */
    public static RecordGuard of(long[] records, long salt) {
        long[] sorted = records.clone();
        Arrays.sort(sorted);
        long[] rare = new long[sorted.length];
        int found = 0;
        for (int i = 0; i < sorted.length; ) {
            int next = i + 1;
            while (next < sorted.length && sorted[next] == sorted[i]) {
                next++;
            }
            if (next - i < ValueGuard.COMMON) {
                rare[found++] = sorted[i];
            }
            i = next;
        }
        return new RecordGuard(Fingerprints.ofHashes(Arrays.copyOf(rare, found), salt));
    }

    /** The hash of a record that goes on with a value. */
    public static long append(long record, long valueHash) {
        return Fingerprints.mix(record * 0x9e3779b97f4a7c15L + valueHash);
    }

    /** The hash of a value; a missing one has the hash 0. */
    public static long hash(String value, long salt) {
        return Fingerprints.hash(value, salt);
    }

    /** The hash of a number that is written as equal ones are. */
    public static long hash(long value, long salt) {
        return Fingerprints.mix((value ^ salt) * 0xff51afd7ed558ccdL);
    }

    public boolean forbids(long record) {
        return rare.containsHash(record);
    }

    public void write(DataOutput out) throws IOException {
        rare.write(out);
    }

    public static RecordGuard read(DataInput in) throws IOException {
        return new RecordGuard(Fingerprints.read(in));
    }
}
