package io.verisim.tabular.parquet;

import org.jspecify.annotations.Nullable;

/** What the format demands of a file but a damaged one may lack. */
final class Required {

    private Required() {}

    static <T> T of(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("The file lacks a required field");
        }
        return value;
    }
}
