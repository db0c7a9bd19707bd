package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.pattern.PatternMaker;
import io.verisim.tabular.TextColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Splits codes such as postcodes: the beginning says where, and goes together with other columns; the rest does not. The
 * longest beginning is taken that still is shared by many rows.
 */
final class PrefixSplit {

    private static final int LONGEST = 4;
    private static final int LEAST_ROWS = 20;
    private static final int MOST_PREFIXES = 400;
    private static final double COVERED = 0.8;

    private final TextColumn source;
    private final Map<String, Integer> levelOf;

    private PrefixSplit(TextColumn source, Map<String, Integer> levelOf) {
        this.source = source;
        this.levelOf = levelOf;
    }

    static PrefixSplit of(TextColumn column) {
        Map<String, Integer> best = Map.of();
        for (int length = 1; length <= LONGEST; length++) {
            Map<String, Integer> rows = new LinkedHashMap<>();
            int[] counts = column.counts();
            for (int code = 0; code < counts.length; code++) {
                rows.merge(prefix(column.dictionary().get(code), length), counts[code], Integer::sum);
            }
            rows.values().removeIf(count -> count < LEAST_ROWS);
            long covered = rows.values().stream().mapToLong(Integer::longValue).sum();
            if (covered < COVERED * (column.rows() - column.missing()) || rows.size() > MOST_PREFIXES) {
                break;
            }
            best = rows;
        }
        Map<String, Integer> levels = new LinkedHashMap<>();
        best.keySet().forEach(prefix -> levels.put(prefix, levels.size()));
        return new PrefixSplit(column, levels);
    }

    private static String prefix(String value, int length) {
        return value.substring(0, Math.min(length, value.length()));
    }

    /** Beginnings, all others together, and missing. */
    int levels() {
        return levelOf.isEmpty() ? 0 : levelOf.size() + 2;
    }

    ModelColumn column() {
        int[] codes = new int[source.rows()];
        for (int row = 0; row < codes.length; row++) {
            Interruption.checkAt(row);
            codes[row] = level(source.value(row));
        }
        return ModelColumn.category(source.name(), levels(), codes);
    }

    private int level(@Nullable String value) {
        if (value == null) {
            return levelOf.size() + 1;
        }
        int length = levelOf.keySet().iterator().next().length();
        return levelOf.getOrDefault(prefix(value, length), levelOf.size());
    }

    /** A pattern for each level; none where it has no value. */
    List<@Nullable PatternMaker> tails(SensitivityType type) {
        List<List<@Nullable String>> values = new ArrayList<>();
        for (int level = 0; level < levels(); level++) {
            values.add(new ArrayList<>());
        }
        for (int row = 0; row < source.rows(); row++) {
            Interruption.checkAt(row);
            String value = source.value(row);
            if (value != null) {
                values.get(level(value)).add(value);
            }
        }
        List<@Nullable PatternMaker> tails = new ArrayList<>();
        for (List<@Nullable String> level : values) {
            tails.add(level.isEmpty() ? null : PatternMaker.of(TextColumn.of(source.name(), level), type, false, 0, 1));
        }
        return tails;
    }
}
