package io.verisim.processor.classify;

import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Columns for tests, judged one by one. */
final class Columns {

    private static final Classification CLASSIFICATION = Classification.standard();

    private Columns() {}

    /** Values of one source, some missing and a few spoilt, as in real tables. */
    static List<@Nullable String> dirty(int rows, RandomGenerator random, Supplier<String> values) {
        List<@Nullable String> column = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            String value = values.get();
            double fate = random.nextDouble();
            column.add(fate < 0.05 ? null : fate < 0.07 ? value.substring(0, value.length() / 2) + "??" : value);
        }
        return column;
    }

    static ColumnSensitivity judge(String name, List<? extends @Nullable String> values) {
        TextTable table = new TextTable("t", List.of(TextColumn.of(name, new ArrayList<>(values))));
        return CLASSIFICATION
                .classify(table, TypeInference.infer(table))
                .columns()
                .getFirst();
    }
}
