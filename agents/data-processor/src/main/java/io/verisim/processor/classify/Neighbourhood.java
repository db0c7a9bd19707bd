package io.verisim.processor.classify;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Vote;
import io.verisim.model.table.ColumnType;
import java.util.List;

/**
 * What the columns beside a column tell about it, once each was looked at alone: somebody's given name stands beside a
 * family name, a postcode beside a street.
 */
final class Neighbourhood {

    private static final String NAME = "context";

    private Neighbourhood() {}

    static List<Vote> votes(List<ColumnView> columns, List<SensitivityType> types, int at) {
        ColumnView column = columns.get(at);
        if (column.isEmpty() || column.schema().type() != ColumnType.TEXT) {
            return List.of();
        }
        boolean besideName = is(types, at - 1, SensitivityType.NAME) || is(types, at + 1, SensitivityType.NAME);
        if (besideName && types.get(at) == SensitivityType.NONE && looksLikeNames(column)) {
            return List.of(new Vote(NAME, SensitivityType.NAME, 0.8, "single words beside a column of names"));
        }
        return List.of();
    }

    private static boolean looksLikeNames(ColumnView column) {
        return column.distinct() >= 20
                && column.share(Neighbourhood::singleWord) > 0.9
                && column.sample().stream().mapToInt(String::length).average().orElse(0) >= 4;
    }

    private static boolean singleWord(String value) {
        return value.codePoints().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '-');
    }

    private static boolean is(List<SensitivityType> types, int at, SensitivityType type) {
        return at >= 0 && at < types.size() && types.get(at) == type;
    }
}
