package io.verisim.tabular;

import java.util.Set;

/** Texts that stand for a missing number or date in data that people exported, whatever the reader made of them. */
final class MissingMarkers {

    private static final Set<String> MARKERS = Set.of(
            "?",
            "-",
            "--",
            ".",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "n/a",
            "nan",
            "null",
            "None",
            "NaT");

    private MissingMarkers() {}

    static boolean matches(String value) {
        return value.isBlank() || MARKERS.contains(value);
    }
}
