package io.verisim.processor.profile;

import io.verisim.numerics.Interruption;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Finds the columns, or pairs of columns, that tell every row from every other. */
final class CandidateKeys {

    private static final int MOST_PAIRS = 300;
    private static final int MOST_ROWS = 2_000_000;

    private CandidateKeys() {}

    static List<List<String>> of(TextTable table) {
        if (table.rows() < 2) {
            return List.of();
        }
        List<TextColumn> full =
                table.columns().stream().filter(column -> column.missing() == 0).toList();
        List<List<String>> keys = new ArrayList<>();
        for (TextColumn column : full) {
            if (column.dictionary().size() == column.rows()) {
                keys.add(List.of(column.name()));
            }
        }
        return keys.isEmpty() && table.rows() <= MOST_ROWS ? pairs(full) : keys;
    }

    private static List<List<String>> pairs(List<TextColumn> columns) {
        List<List<String>> keys = new ArrayList<>();
        int tried = 0;
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size() && tried < MOST_PAIRS; j++) {
                TextColumn a = columns.get(i);
                TextColumn b = columns.get(j);
                if ((long) a.dictionary().size() * b.dictionary().size() >= a.rows()) {
                    tried++;
                    if (tellApart(a, b)) {
                        keys.add(List.of(a.name(), b.name()));
                    }
                }
            }
        }
        return keys;
    }

    /** Whether no two rows agree in both; stops at the first pair of rows that does. */
    private static boolean tellApart(TextColumn a, TextColumn b) {
        int slots = Integer.highestOneBit(Math.max(2, a.rows())) << 2;
        long[] seen = new long[slots];
        for (int row = 0; row < a.rows(); row++) {
            Interruption.checkAt(row);
            long pair = ((long) a.codes()[row] << 32 | b.codes()[row]) + 1;
            long mixed = pair * 0x9e3779b97f4a7c15L;
            int slot = (int) (mixed >>> 33) & (slots - 1);
            while (seen[slot] != 0) {
                if (seen[slot] == pair) {
                    return false;
                }
                slot = (slot + 1) & (slots - 1);
            }
            seen[slot] = pair;
        }
        return true;
    }
}
