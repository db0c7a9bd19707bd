package io.verisim.synthesizer.quality.data;

import io.verisim.model.error.VerisimException;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The measured columns of several tables in the same terms: real and synthetic, or real, synthetic and holdout.
 *
 * @param columns the columns that all tables have
 * @param sideRows rows of each table, indexed by {@link Side#ordinal()}
 * @param unreadable how many values of the real table count as missing since they are none of their column's kind, by
 *     column; only columns that have such values
 */
public record AlignedTable(List<AlignedColumn> columns, List<Integer> sideRows, Map<String, Integer> unreadable) {

    public AlignedTable {
        columns = List.copyOf(columns);
        sideRows = List.copyOf(sideRows);
        unreadable = Map.copyOf(unreadable);
    }

    /**
     * Reads the columns of {@code kinds} that occur in all tables.
     *
     * @param tables in the order of {@link Side}
     */
    public static AlignedTable of(TableKinds kinds, TextTable... tables) {
        return of(kinds, 1, tables);
    }

    /** The same on several threads, which change nothing of the result. */
    public static AlignedTable of(TableKinds kinds, int threads, TextTable... tables) {
        List<ColumnSpec> specs = kinds.columns().stream()
                .filter(spec -> Arrays.stream(tables)
                        .allMatch(t -> t.column(spec.name()).isPresent()))
                .toList();
        List<AlignedColumn> columns = Workers.map(threads, specs.size(), c -> read(specs.get(c), tables));
        Map<String, Integer> unreadable = new TreeMap<>();
        for (AlignedColumn column : columns) {
            int lost = column.spec().kind().continuous()
                    ? column.missing(Side.REAL) - spelledMissing(column(tables[0], column.name()))
                    : 0;
            if (lost > 0) {
                unreadable.put(column.name(), lost);
            }
        }
        return new AlignedTable(
                columns, Arrays.stream(tables).map(TextTable::rows).toList(), unreadable);
    }

    private static AlignedColumn read(ColumnSpec spec, TextTable... tables) {
        List<TextColumn> sides =
                Arrays.stream(tables).map(t -> column(t, spec.name())).toList();
        return spec.kind().continuous() ? numbers(spec, sides) : categories(spec, sides);
    }

    private static AlignedColumn numbers(ColumnSpec spec, List<TextColumn> sides) {
        double[][] values = spec.kind() == ColumnKind.DATETIME
                ? datetimes(spec, sides)
                : sides.stream().map(side -> Cells.doubles(side, Cells::number)).toArray(double[][]::new);
        return new NumberColumn(spec, values);
    }

    private static double[][] datetimes(ColumnSpec spec, List<TextColumn> sides) {
        String pattern = DatetimeReader.pattern(spec.format(), sides.getFirst());
        return sides.stream().map(side -> DatetimeReader.read(side, pattern)).toArray(double[][]::new);
    }

    private static int spelledMissing(TextColumn column) {
        int missing = column.missing();
        int[] counts = column.counts();
        for (int code = 0; code < counts.length; code++) {
            missing += Cells.isMissing(column.dictionary().get(code)) ? counts[code] : 0;
        }
        return missing;
    }

    private static AlignedColumn categories(ColumnSpec spec, List<TextColumn> sides) {
        boolean numbers = sides.stream().allMatch(Cells::allNumbers);
        return CategoryColumn.coded(
                spec,
                sides.stream()
                        .map(side -> Cells.categories(side, spec.kind(), numbers))
                        .toList());
    }

    private static TextColumn column(TextTable table, String name) {
        return table.column(name)
                .orElseThrow(() -> VerisimException.data(
                        "COLUMN_MISSING",
                        "Table '" + table.name() + "' has no column '" + name + "'.",
                        "Compare tables with the same columns.",
                        Map.of("table", table.name(), "column", name)));
    }

    /** Two parts of the real table, in the terms of the whole, as if they were a real and a synthetic one. */
    public AlignedTable parts(int[] first, int[] second) {
        return new AlignedTable(
                columns.stream().map(column -> column.parts(first, second)).toList(),
                List.of(first.length, second.length),
                Map.of());
    }

    /** The real and the holdout table, this in the place of the synthetic one. */
    public AlignedTable withHoldoutAsSynthetic() {
        return new AlignedTable(
                columns.stream().map(AlignedColumn::withHoldoutAsSynthetic).toList(),
                List.of(rows(Side.REAL), rows(Side.HOLDOUT)),
                Map.of());
    }

    /** Rows of a table. */
    public int rows(Side side) {
        return sideRows.get(side.ordinal());
    }

    /** Whether the table of this side is there. */
    public boolean has(Side side) {
        return side.ordinal() < sideRows.size();
    }

    /** The names of the columns, in order. */
    public List<String> columnNames() {
        return columns.stream().map(AlignedColumn::name).toList();
    }
}
