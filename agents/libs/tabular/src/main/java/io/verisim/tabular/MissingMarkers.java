package io.verisim.tabular;

import java.util.Set;

/** Texts that stand for a missing number or date in data that people exported, whatever the reader made of them. */
final class MissingMarkers {

    /** Beyond those that common data tools read as missing. */
    private static final Set<String> MORE = Set.of("?", "-", "--", ".", "None", "NaT");

    private MissingMarkers() {}

    static boolean matches(String value) {
        return value.isBlank() || ReadOptions.METRICS_MISSING.contains(value) || MORE.contains(value);
    }
}
