package io.verisim.cli.engine;

import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the blocks of a twin, where its report wants the whole of it. */
final class Blocks {

    private final boolean wanted;
    private final List<TextTable> blocks = new ArrayList<>();

    Blocks(boolean wanted) {
        this.wanted = wanted;
    }

    void add(TextTable block) {
        if (wanted) {
            blocks.add(block);
        }
    }

    TextTable table() {
        List<TextColumn> columns = new ArrayList<>();
        for (int c = 0; c < blocks.getFirst().columns().size(); c++) {
            List<@Nullable String> values = new ArrayList<>();
            for (TextTable block : blocks) {
                TextColumn column = block.columns().get(c);
                for (int row = 0; row < column.rows(); row++) {
                    values.add(column.value(row));
                }
            }
            columns.add(TextColumn.of(blocks.getFirst().columns().get(c).name(), values));
        }
        return new TextTable(blocks.getFirst().name(), columns);
    }
}
