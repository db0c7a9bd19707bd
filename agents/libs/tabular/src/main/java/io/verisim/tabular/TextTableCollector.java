package io.verisim.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts blocks together to the table that a reader would have of them. Not for several threads. */
public final class TextTableCollector {

    private static final int NEW = -1;

    private String name = "";
    private List<Column> columns = List.of();
    private int rows;

    /** Appends the rows of a block, which has the columns of the first. */
    public void add(TypedTable block) {
        if (columns.isEmpty()) {
            name = block.name();
            columns = block.columns().stream().map(c -> new Column(c.name())).toList();
        }
        rows = Math.addExact(rows, block.rows());
        for (int c = 0; c < columns.size(); c++) {
            columns.get(c).add(block.columns().get(c), rows);
        }
    }

    /** The table; there was at least one block. */
    public TextTable table() {
        return new TextTable(name, columns.stream().map(Column::build).toList());
    }

    /** One column: every text once, in order of first occurrence. */
    private static final class Column {

        private final String name;
        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> dictionary = new ArrayList<>();
        private final LongCodes ofValues = new LongCodes();
        private List<String> shared = List.of();
        private int[] ofShared = {};
        private int[] codes = new int[0];
        private int rows;

        Column(String name) {
            this.name = name;
        }

        void add(TypedColumn column, int until) {
            if (codes.length < until) {
                codes = Arrays.copyOf(codes, Math.max(until, codes.length + (codes.length >> 1)));
            }
            if (shared != column.dictionary()) {
                shared = column.dictionary();
                ofShared = new int[shared.size()];
                Arrays.fill(ofShared, NEW);
            }
            for (int row = 0; row < column.rows(); row++) {
                codes[rows++] = code(column, row);
            }
        }

        private int code(TypedColumn column, int row) {
            int code = column.codes()[row];
            ValueFormat format = column.format();
            if (code == TypedColumn.MISSING) {
                return TextColumn.MISSING;
            }
            if (code == TypedColumn.VALUE && format != null) {
                long value = column.values()[row];
                int found = ofValues.get(value);
                if (found < 0) {
                    found = code(format.text(value));
                    ofValues.put(value, found);
                }
                return found;
            }
            if (ofShared[code] == NEW) {
                ofShared[code] = code(shared.get(code));
            }
            return ofShared[code];
        }

        private int code(String text) {
            Integer found = known.putIfAbsent(text, dictionary.size());
            if (found == null) {
                dictionary.add(text);
                return dictionary.size() - 1;
            }
            return found;
        }

        TextColumn build() {
            return TextColumn.coded(name, Arrays.copyOf(codes, rows), dictionary);
        }
    }
}
