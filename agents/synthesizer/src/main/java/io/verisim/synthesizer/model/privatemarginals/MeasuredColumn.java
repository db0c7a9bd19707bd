package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.model.error.VerisimException;
import io.verisim.synthesizer.model.ModelColumn;
import java.util.Arrays;
import java.util.Map;

/**
 * A column after its own distribution was measured.
 *
 * @param values values that may be told
 * @param intervals where other numbers lie
 * @param cells both, grouped
 * @param groups the group of each row of the source, −1 where it was not told; data, which does not leave the fit
 */
@SuppressWarnings("ArrayRecordComponent")
record MeasuredColumn(Values values, Intervals intervals, Cells cells, int[] groups) {

    /**
     * Groups what was measured.
     *
     * @param sigma noise of the levels' counts
     * @param wanted about how many groups
     */
    static MeasuredColumn of(
            ModelColumn column, Values values, Intervals intervals, double step, double sigma, int wanted) {
        Grouping grouping = new Grouping(values, intervals, sigma);
        if (grouping.isEmpty()) {
            throw VerisimException.data(
                    "PRIVATE_COLUMN_EMPTY",
                    "No value of column '" + column.name()
                            + "' occurs often enough to be told within the privacy budget.",
                    "Give it strategy 'mask', 'person' or 'drop', raise 'epsilon', or give a table with more rows.",
                    Map.of("column", column.name()));
        }
        grouping.into(wanted);
        return new MeasuredColumn(values, intervals, grouping.cells(step), groups(column, values, intervals, grouping));
    }

    private static int[] groups(ModelColumn column, Values values, Intervals intervals, Grouping grouping) {
        int[] ofPlace = grouping.groupOf(Grouping.Kind.LEVEL, values.levels().length);
        int[] ofLevel = new int[column.levels()];
        Arrays.fill(ofLevel, -1);
        for (int place = 0; place < ofPlace.length; place++) {
            ofLevel[values.levels()[place]] = ofPlace[place];
        }
        int[] ofNumber = grouping.groupOf(Grouping.Kind.NUMBER, values.numbers().length);
        int[] ofInterval = grouping.groupOf(Grouping.Kind.INTERVAL, intervals.counts().length);
        double[] numbers = column.numbers();
        int[] groups = new int[column.codes().length];
        for (int row = 0; row < groups.length; row++) {
            int code = column.codes()[row];
            if (code != ModelColumn.NUMBER || numbers == null) {
                groups[row] = ofLevel[code];
                continue;
            }
            int frequent = Arrays.binarySearch(values.numbers(), numbers[row] + 0.0);
            int interval = frequent >= 0 ? -1 : intervals.at(numbers[row]);
            groups[row] = frequent >= 0 ? ofNumber[frequent] : interval >= 0 ? ofInterval[interval] : -1;
        }
        return groups;
    }
}
