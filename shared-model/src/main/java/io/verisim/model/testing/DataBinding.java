package io.verisim.model.testing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the synthetic dataset that a test is bound to (requirement T5).
 *
 * @param name name within the plan, such as {@code customer}
 * @param table table of the dataset
 * @param row number of the row in the dataset, from 1
 * @param keyColumn column that tells the row from all others; null where the table has none
 * @param keyValue value of that column
 * @param fields the values that the test uses, by column, as the system under test shows them
 */
public record DataBinding(
        String name,
        String table,
        long row,
        @Nullable String keyColumn,
        @Nullable String keyValue,
        Map<String, String> fields) {

    public DataBinding {
        if (row < 1) {
            throw new IllegalArgumentException("Rows are counted from 1, not from " + row);
        }
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}
