package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.quality.data.ColumnKind;
import io.verisim.synthesizer.quality.data.ColumnSpec;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Tables of any kinds, sizes and oddities: missing values, constants, spikes, unknown categories, infinities. */
public final class RandomTables {

    private RandomTables() {}

    /** One to seven columns of random kinds. */
    public static TableKinds kinds(RandomGenerator random) {
        List<ColumnSpec> specs = new ArrayList<>();
        for (int c = 0; c <= random.nextInt(7); c++) {
            ColumnKind kind = ColumnKind.values()[random.nextInt(4)];
            specs.add(new ColumnSpec("c" + c, kind, kind == ColumnKind.DATETIME ? "yyyy-MM-dd" : null));
        }
        return new TableKinds(specs);
    }

    /** A table of these kinds with {@code size + 1} rows at most. */
    public static TextTable table(TableKinds kinds, int size, RandomGenerator random) {
        int rows = 1 + random.nextInt(size + 1);
        List<TextColumn> columns = new ArrayList<>();
        for (ColumnSpec spec : kinds.columns()) {
            double missing = random.nextInt(4) == 0 ? random.nextDouble() : 0;
            boolean constant = random.nextInt(8) == 0;
            List<@Nullable String> values = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                values.add(random.nextDouble() < missing ? null : constant ? value(spec, 3) : value(spec, random));
            }
            columns.add(TextColumn.of(spec.name(), values));
        }
        return new TextTable("random", columns);
    }

    private static String value(ColumnSpec spec, RandomGenerator random) {
        if (spec.kind() == ColumnKind.NUMERICAL && random.nextInt(200) == 0) {
            return "Infinity";
        }
        boolean fine = spec.kind() == ColumnKind.NUMERICAL && random.nextBoolean();
        return fine ? String.valueOf(random.nextGaussian() * 100) : value(spec, random.nextInt(12));
    }

    private static String value(ColumnSpec spec, int n) {
        return switch (spec.kind()) {
            case NUMERICAL -> String.valueOf(n);
            case DATETIME -> LocalDate.of(2020, 1, 1).plusDays(37L * n).toString();
            case BOOLEAN -> n % 2 == 0 ? "True" : "False";
            case CATEGORICAL -> "value " + n;
        };
    }
}
