package io.verisim.processor.classify.content;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.model.table.ColumnType;
import io.verisim.processor.classify.ColumnView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keys: no value twice, and either a row of whole numbers without great gaps or codes of one shape. */
final class KeyEvidence implements Evidence {

    private static final int FEWEST = 5;

    @Override
    public List<Vote> votes(ColumnView column) {
        if (column.distinct() < FEWEST || column.distinct() < column.present()) {
            return List.of();
        }
        if (column.schema().type() == ColumnType.INTEGER) {
            return isDense(column)
                    ? List.of(Evidence.vote(SensitivityType.ID, 0.8, "whole numbers without repetition or great gaps"))
                    : List.of();
        }
        if (column.schema().type() == ColumnType.TEXT && isCoded(column)) {
            return List.of(Evidence.vote(SensitivityType.ID, 0.6, "codes of one shape, none of them twice"));
        }
        return List.of();
    }

    private static boolean isDense(ColumnView column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (String value : column.sample()) {
            double number = number(value);
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        return high - low < 12.0 * column.distinct();
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean isCoded(ColumnView column) {
        Map<String, Integer> shapes = new HashMap<>();
        for (String value : column.sample()) {
            if (value.length() <= 40 && value.indexOf(' ') < 0) {
                shapes.merge(shape(value), 1, Integer::sum);
            }
        }
        int most = shapes.entrySet().stream()
                .filter(shape -> shape.getKey().indexOf('9') >= 0)
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        return most >= 0.85 * column.sample().size();
    }

    private static String shape(String value) {
        StringBuilder shape = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            shape.append(Character.isDigit(c) ? '9' : Character.isLetter(c) ? 'a' : c);
        }
        return shape.toString();
    }
}
