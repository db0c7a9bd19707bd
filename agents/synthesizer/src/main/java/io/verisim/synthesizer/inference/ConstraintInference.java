package io.verisim.synthesizer.inference;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Finds the constraints that a table seems to keep. Nothing is applied: what is found is offered. */
public final class ConstraintInference {

    private ConstraintInference() {}

    /**
     * What the rows of a table keep: values that are never missing, unique columns and pairs of them, ranges, patterns,
     * enumerations, inequalities between columns, and combinations that occur together.
     *
     * @param schema of the table, as inferred
     */
    public static List<Offer> infer(TextTable table, TableSchema schema) {
        Layout layout = new Layout(schema.columns());
        List<Offer> offers = new ArrayList<>();
        SingleColumns single = new SingleColumns(layout);
        List<ColumnView> views = new ArrayList<>();
        for (ColumnSchema column : schema.columns()) {
            ColumnView view = ColumnView.of(table.column(column.name()).orElseThrow(), column);
            views.add(view);
            offers.addAll(single.offers(view));
        }
        offers.addAll(Inequalities.offers(views));
        offers.addAll(Combinations.offers(views));
        boolean keyed = views.stream().anyMatch(ColumnView::isUnique);
        if (!keyed) {
            offers.addAll(Combinations.uniquePairs(views));
        }
        return offers;
    }

    static boolean isOrdered(ColumnType type) {
        return type != ColumnType.TEXT && type != ColumnType.BOOLEAN;
    }
}
