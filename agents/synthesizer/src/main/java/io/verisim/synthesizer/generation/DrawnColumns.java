package io.verisim.synthesizer.generation;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.synthesizer.condition.Cells;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.generation.ColumnMaker.Prefixed;
import io.verisim.synthesizer.generation.ColumnMaker.Presence;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of drawn rows as they will be written, without writing them. */
final class DrawnColumns {

    private static final double EXACT = 1L << 53;

    private final Layout layout;
    private final List<ColumnMaker> makers;
    private final double[] power;
    private final boolean[] reread;
    private final double[][] levelNumbers;

    DrawnColumns(List<ColumnMaker> makers, Layout layout) {
        this.layout = layout;
        this.makers = makers;
        power = new double[makers.size()];
        reread = new boolean[makers.size()];
        levelNumbers = new double[makers.size()][0];
        for (int c = 0; c < power.length; c++) {
            ColumnSchema schema = makers.get(c).schema();
            Integer scale = schema.scale();
            String format = schema.format();
            power[c] = schema.type() == ColumnType.INTEGER ? 1 : scale == null ? 0 : StrictMath.pow(10, scale);
            // a format without a day writes less than was drawn
            reread[c] = schema.type() == ColumnType.DATE && format != null && format.indexOf('d') < 0;
            if (makers.get(c) instanceof Modelled modelled) {
                int column = c;
                levelNumbers[c] = modelled.levels().stream()
                        .mapToDouble(level -> level == null ? Double.NaN : layout.number(column, level))
                        .toArray();
            }
        }
    }

    Cells at(SampleBlock block, int row) {
        return new Row(this, block, row);
    }

    /** Whether the column's values are drawn, not made afterwards. */
    boolean isDrawn(int column) {
        return makers.get(column) instanceof Modelled;
    }

    /** The model's column that tells whether there is a value, or the value itself; −1 where there always is one. */
    int model(int column) {
        return switch (makers.get(column)) {
            case Modelled m -> m.model();
            case Prefixed p -> p.model();
            case ColumnMaker other -> presence(other).model();
        };
    }

    /** Number of levels of that column. */
    int levels(int column) {
        return switch (makers.get(column)) {
            case Modelled m -> m.levels().size();
            case Prefixed p -> p.tails().size();
            default -> 2;
        };
    }

    /** How far from what was drawn the written number may lie, in the model's units. */
    double rounding(int column) {
        boolean exact = power[column] == 0 && !layout.isTime(column);
        return exact ? 0 : layout.isTime(column) ? 0.5 : 0.5 / power[column];
    }

    /** How many of the written numbers' units the model's number 1 is. */
    double unit(int column) {
        return makers.get(column) instanceof Modelled m && m.unit() > 0 ? m.unit() : 1;
    }

    private double number(Modelled modelled, int column, double drawn) {
        if (modelled.unit() > 0) {
            double micros = (double) (long) (Math.rint(drawn) * modelled.unit());
            return reread[column] ? modelled.format().read(modelled.code(drawn)) : micros;
        }
        double scaled = drawn * power[column];
        return power[column] == 0 || !(Math.abs(scaled) < EXACT) ? drawn : Math.rint(scaled) / power[column];
    }

    private static Presence presence(ColumnMaker maker) {
        return switch (maker) {
            case ColumnMaker.Keyed m -> m.presence();
            case ColumnMaker.Personal m -> m.presence();
            case ColumnMaker.Patterned m -> m.presence();
            case ColumnMaker.Written m -> m.presence();
            case ColumnMaker.Constant m -> m.presence();
            case Modelled m -> Presence.ALWAYS;
            case Prefixed m -> Presence.ALWAYS;
        };
    }

    private record Row(DrawnColumns columns, SampleBlock block, int row) implements Cells {
        @Override
        public @Nullable String text(int column) {
            return columns.makers.get(column) instanceof Modelled modelled ? modelled.text(block, row) : null;
        }

        @Override
        public double number(int column) {
            if (!(columns.makers.get(column) instanceof Modelled modelled)) {
                return Double.NaN;
            }
            int code = block.codes(modelled.model())[row];
            return code >= 0
                    ? columns.levelNumbers[column][code]
                    : columns.number(modelled, column, block.numbers(modelled.model())[row]);
        }

        @Override
        public boolean isMissing(int column) {
            return switch (columns.makers.get(column)) {
                case Modelled m -> {
                    int code = block.codes(m.model())[row];
                    yield code >= 0 && m.levels().get(code) == null;
                }
                case Prefixed p -> p.tails().get(block.codes(p.model())[row]) == null;
                case ColumnMaker.Constant c ->
                    c.value() == null || !c.presence().in(block, row);
                case ColumnMaker other -> !presence(other).in(block, row);
            };
        }
    }
}
