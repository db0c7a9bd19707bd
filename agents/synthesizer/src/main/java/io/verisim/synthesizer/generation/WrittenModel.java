package io.verisim.synthesizer.generation;

import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.tabular.TypedColumn;
import java.util.ArrayList;
import java.util.List;

/** How a modelled column goes to a writer: its levels as a dictionary that all blocks share. Immutable. */
final class WrittenModel {

    private final Modelled column;
    private final List<String> dictionary;

    /** Place in the dictionary of each level; {@link TypedColumn#MISSING} for the missing one. */
    private final int[] places;

    WrittenModel(Modelled column) {
        this.column = column;
        List<String> texts = new ArrayList<>();
        places = new int[column.levels().size()];
        for (int level = 0; level < places.length; level++) {
            String text = column.levels().get(level);
            places[level] = text == null ? TypedColumn.MISSING : texts.size();
            if (text != null) {
                texts.add(text);
            }
        }
        dictionary = List.copyOf(texts);
    }

    @SuppressWarnings("ReferenceEquality") // equal columns of one recipe are one
    boolean writes(Modelled other) {
        return column == other;
    }

    /** The column's numbers as it writes them. */
    long[] numbers(SampleBlock drawn) {
        return WrittenNumbers.of(column, drawn);
    }

    /** @param numbers the column's numbers as it writes them, one a row; none where it has no numbers */
    TypedColumn column(SampleBlock drawn, long[] numbers) {
        int[] codes = drawn.codes(column.model());
        int[] written = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            written[row] = codes[row] == ModelColumn.NUMBER ? TypedColumn.VALUE : places[codes[row]];
        }
        String name = column.schema().name();
        return numbers.length == 0
                ? TypedColumn.texts(name, written, dictionary)
                : TypedColumn.values(name, written, dictionary, numbers, column.format());
    }
}
