package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is measured of one column alone. None of it depends on the order of rows, so that numbers are sorted
 * once for all measures.
 *
 * @param name the column
 * @param shape how well its distribution is met
 * @param test KS or chi-squared
 * @param distance of Wasserstein; null for categories
 * @param extras measures that enter no overall score
 * @param edges its edge cases
 */
record ColumnFigures(
        String name,
        ColumnScore shape,
        ColumnTest test,
        @Nullable WassersteinScore distance,
        Map<String, @Nullable Double> extras,
        List<EdgeCases.EdgeCase> edges) {

    /** The figures of all columns, in their order. */
    static List<ColumnFigures> of(AlignedTable table, int threads) {
        return Workers.map(
                threads, table.columns().size(), c -> of(table.columns().get(c)));
    }

    private static ColumnFigures of(AlignedColumn column) {
        AlignedColumn ordered = column instanceof NumberColumn numbers ? numbers.sorted() : column;
        return new ColumnFigures(
                column.name(),
                ColumnShapes.of(ordered),
                ColumnTest.of(ordered),
                ordered instanceof NumberColumn numbers ? WassersteinScore.of(numbers) : null,
                ExtraColumns.of(ordered),
                EdgeCases.of(ordered));
    }

    /** One figure of each column that has it, by name. */
    static <T> Map<String, T> each(List<ColumnFigures> columns, Function<ColumnFigures, @Nullable T> figure) {
        Map<String, T> figures = new LinkedHashMap<>();
        for (ColumnFigures column : columns) {
            T value = figure.apply(column);
            if (value != null) {
                figures.put(column.name(), value);
            }
        }
        return figures;
    }
}
