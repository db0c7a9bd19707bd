package io.verisim.processor.profile;

import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The classification of all columns in figures (requirement P4, property 17).
 *
 * @param fields number of columns
 * @param sensitive number of sensitive columns
 * @param confidences number of columns by confidence, in ten steps from 0 to 1, the last including 1
 * @param strategies number of columns by the recommended way of making values
 * @param types number of sensitive columns by type
 */
public record SensitivityFigures(
        long fields, long sensitive, List<Long> confidences, Map<String, Long> strategies, Map<String, Long> types) {

    private static final int STEPS = 10;

    public SensitivityFigures {
        confidences = List.copyOf(confidences);
        strategies = Collections.unmodifiableMap(new TreeMap<>(strategies));
        types = Collections.unmodifiableMap(new TreeMap<>(types));
    }

    public static SensitivityFigures of(SensitivityReport report) {
        List<ColumnSensitivity> columns = report.tables().stream()
                .flatMap(table -> table.columns().stream())
                .toList();
        List<Long> confidences = new ArrayList<>(Collections.nCopies(STEPS, 0L));
        Map<String, Long> strategies = new TreeMap<>();
        Map<String, Long> types = new TreeMap<>();
        long sensitive = 0;
        for (ColumnSensitivity column : columns) {
            int step = Math.min(STEPS - 1, (int) (STEPS * column.confidence()));
            confidences.set(step, confidences.get(step) + 1);
            strategies.merge(column.strategy().toString(), 1L, Long::sum);
            if (column.sensitive()) {
                sensitive++;
                types.merge(column.sensitivityType().toString(), 1L, Long::sum);
            }
        }
        return new SensitivityFigures(columns.size(), sensitive, confidences, strategies, types);
    }
}
