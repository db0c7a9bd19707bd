package io.verisim.synthesizer.generation;

import io.verisim.model.table.ColumnSchema;
import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.tabular.TextColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Columns whose values occur together: one column for the model, a level for each combination in the source. */
final class JointColumns {

    private final List<ColumnSchema> schemas;
    private final List<ModelledSource> sources = new ArrayList<>();
    private final Map<List<Integer>, Integer> levels = new LinkedHashMap<>();
    private final int[] codes;

    JointColumns(List<TextColumn> columns, List<ColumnSchema> schemas) {
        this.schemas = schemas;
        for (int i = 0; i < columns.size(); i++) {
            sources.add(ModelledSource.levels(columns.get(i), schemas.get(i)));
        }
        codes = new int[columns.getFirst().rows()];
        for (int row = 0; row < codes.length; row++) {
            Interruption.checkAt(row);
            int at = row;
            List<Integer> tuple =
                    sources.stream().map(source -> source.column().codes()[at]).toList();
            codes[row] = levels.computeIfAbsent(tuple, unseen -> levels.size());
        }
    }

    ModelColumn column() {
        return ModelColumn.category(
                String.join(" + ", schemas.stream().map(ColumnSchema::name).toList()), levels.size(), codes);
    }

    /** How each of the columns is made, by name. */
    Map<String, Modelled> makers(int model) {
        Map<String, Modelled> makers = new LinkedHashMap<>();
        for (int i = 0; i < schemas.size(); i++) {
            List<@Nullable String> texts = new ArrayList<>();
            for (List<Integer> tuple : levels.keySet()) {
                texts.add(sources.get(i).levels().get(tuple.get(i)));
            }
            ModelledSource source = sources.get(i);
            makers.put(
                    schemas.get(i).name(), new Modelled(schemas.get(i), model, texts, source.unit(), source.format()));
        }
        return makers;
    }
}
