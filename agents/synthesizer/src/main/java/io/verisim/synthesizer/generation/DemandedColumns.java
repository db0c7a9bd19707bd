package io.verisim.synthesizer.generation;

import io.verisim.model.error.VerisimException;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.synthesizer.constraint.ConstraintSet;
import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import io.verisim.tabular.TextTable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What constraints change in what is learned: columns drawn as one, rows that teach, ends of unique numbers. */
final class DemandedColumns {

    private static final int ENOUGH_ROWS = 50;
    private static final double ENOUGH_SHARE = 0.1;

    private final ConstraintSet set;
    private final Demands demands;

    DemandedColumns(ConstraintSet set, Demands demands) {
        this.set = set;
        this.demands = demands;
    }

    /** Adds a maker for every column. */
    void addTo(MakerBuilder builder, TextTable source, TableSchema decided) {
        Map<String, Modelled> joint = new HashMap<>();
        for (List<String> group : demands.together()) {
            JointColumns columns = new JointColumns(
                    group.stream()
                            .map(name -> source.column(name).orElseThrow())
                            .toList(),
                    group.stream()
                            .map(name -> decided.column(name).orElseThrow())
                            .toList());
            joint.putAll(columns.makers(builder.addShared(columns.column())));
        }
        for (ColumnSchema column : decided.columns()) {
            Modelled together = joint.get(column.name());
            if (together == null) {
                builder.add(source.column(column.name()).orElseThrow(), column);
            } else {
                builder.add(together);
            }
        }
    }

    /**
     * The rows that meet the constraints on drawn columns, where there are enough to learn from; else all.
     *
     * @throws VerisimException DATA where no row does
     */
    TrainingTable teaching(TrainingTable table, List<ColumnMaker> makers) {
        RowRules rules = new RowRules(makers, ConstraintSet.of(set.constraints()));
        SampleBlock rows = table.toBlock();
        int[] kept = new int[table.rows()];
        int count = 0;
        for (int row = 0; row < table.rows(); row++) {
            Interruption.checkAt(row);
            if (rules.admits(rows, row)) {
                kept[count++] = row;
            }
        }
        if (count == 0) {
            throw unmet(makers, rows);
        }
        boolean enough = count >= ENOUGH_ROWS || count >= ENOUGH_SHARE * table.rows();
        return count == table.rows() || !enough ? table : table.only(Arrays.copyOf(kept, count));
    }

    private VerisimException unmet(List<ColumnMaker> makers, SampleBlock rows) {
        List<String> alone = set.constraints().stream()
                .filter(constraint -> isUnmet(new RowRules(makers, ConstraintSet.of(List.of(constraint))), rows))
                .map(Constraint::describe)
                .toList();
        String which = alone.isEmpty()
                ? "all constraints together"
                : "the constraint" + (alone.size() > 1 ? "s " : " ") + String.join(", ", alone);
        return VerisimException.data(
                "CONSTRAINT_UNMET_IN_SOURCE",
                "No row of the source meets " + which + ", so nothing can be learned of such rows.",
                "Correct the constraint, or give a source with such rows.",
                Map.of("constraints", which));
    }

    private static boolean isUnmet(RowRules rules, SampleBlock rows) {
        for (int row = 0; row < rows.rows(); row++) {
            if (rules.admits(rows, row)) {
                return false;
            }
        }
        return true;
    }

    /** Least and greatest number of each single column of numbers that must be unique, with room for all rows. */
    Map<String, List<Double>> spans(TrainingTable table, List<ColumnMaker> makers, long rows) {
        RowRules rules = new RowRules(makers, ConstraintSet.of(set.constraints()));
        Map<String, List<Double>> spans = new HashMap<>();
        for (ColumnMaker maker : makers) {
            String name = maker.schema().name();
            boolean unique = set.constraints().contains(new Constraint.Unique(List.of(name)));
            if (unique
                    && maker instanceof Modelled modelled
                    && table.columns().get(modelled.model()).isNumeric()) {
                double[] allowed = rules.ends(name, new SampleBlock(table.numeric(), 1));
                double needed = rows * UniqueRules.unit(modelled);
                spans.put(name, span(numbersOf(table.columns().get(modelled.model())), allowed, needed));
            }
        }
        return spans;
    }

    private static double[] numbersOf(ModelColumn column) {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] numbers = column.numbers();
        for (int row = 0; numbers != null && row < numbers.length; row++) {
            if (column.codes()[row] == ModelColumn.NUMBER) {
                ends[0] = Math.min(ends[0], numbers[row]);
                ends[1] = Math.max(ends[1], numbers[row]);
            }
        }
        return ends;
    }

    /** The ends within what is allowed, moved apart until they are as far as needed where they may be. */
    static List<Double> span(double[] ends, double[] allowed, double needed) {
        double low = Math.clamp(ends[0], allowed[0], allowed[1]);
        double high = Math.clamp(ends[1], allowed[0], allowed[1]);
        if (high - low < needed) {
            high = Math.min(low + needed, allowed[1]);
        }
        if (high - low < needed) {
            low = Math.max(high - needed, allowed[0]);
        }
        return List.of(low, high);
    }
}
