package io.verisim.synthesizer.quality.chart;

import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.ColumnSpec;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.Workers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report with all that its charts show, and nothing of single rows.
 *
 * @param table name of the real table
 * @param size what was compared
 * @param report the figures
 * @param fields one a measured column, in table order
 * @param relations of columns
 */
public record Charts(String table, Size size, EvaluationReport report, List<Field> fields, Relations relations) {

    public Charts {
        fields = List.copyOf(fields);
    }

    /**
     * How large the tables are.
     *
     * @param real rows
     * @param synthetic rows
     * @param columns columns of the real table
     */
    public record Size(int real, int synthetic, int columns) {}

    /**
     * One column.
     *
     * @param spec what it is
     * @param masked whether no value of it may be shown
     * @param missingReal share of real rows without a value; NaN without rows
     * @param missingSynthetic share of synthetic rows without a value; NaN without rows
     * @param histogram its distributions
     * @param quantiles its Q-Q plot; null for categories
     */
    public record Field(
            ColumnSpec spec,
            boolean masked,
            double missingReal,
            double missingSynthetic,
            Histogram histogram,
            @Nullable Quantiles quantiles) {

        public String name() {
            return spec.name();
        }
    }

    /**
     * Counts for the charts of a report.
     *
     * @param input what the report was made from
     */
    public static Charts of(EvaluationReport report, EvaluationInput input, int threads) {
        AlignedTable table = AlignedTable.of(input.metadata().kinds(), threads, input.real(), input.synthetic());
        List<AlignedColumn> columns = table.columns();
        List<Field> fields = Workers.map(
                threads,
                columns.size(),
                c -> field(
                        columns.get(c),
                        input.sensitive().contains(columns.get(c).name())));
        Size size = new Size(
                input.real().rows(),
                input.synthetic().rows(),
                input.real().columns().size());
        return new Charts(
                input.real().name(),
                size,
                report,
                fields,
                Relations.of(table.columnNames(), report.details().pairs()));
    }

    private static Field field(AlignedColumn column, boolean masked) {
        return new Field(
                column.spec(),
                masked,
                (double) column.missing(Side.REAL) / column.rows(Side.REAL),
                (double) column.missing(Side.SYNTHETIC) / column.rows(Side.SYNTHETIC),
                Histogram.of(column),
                column instanceof NumberColumn numbers ? Quantiles.of(numbers) : null);
    }
}
