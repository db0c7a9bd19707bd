package io.verisim.synthesizer.quality.html;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.data.Workers;
import io.verisim.synthesizer.quality.trend.Contingency;
import io.verisim.synthesizer.quality.trend.Correlation;
import io.verisim.synthesizer.quality.trend.Levels;
import java.util.List;
import java.util.Locale;

/**
 * How strongly columns are related, as three matrices: real, synthetic, difference. Pearson's r between numbers, Cramér's
 * V elsewhere (numbers cut into ten bins of the real range).
 */
final class HeatMaps {

    /** More columns would be specks. */
    static final int MOST_COLUMNS = 40;

    private static final int SIZE = 400;

    private final List<AlignedColumn> columns;
    private final double[][] real;
    private final double[][] synthetic;

    private HeatMaps(List<AlignedColumn> columns, double[][] real, double[][] synthetic) {
        this.columns = columns;
        this.real = real;
        this.synthetic = synthetic;
    }

    static HeatMaps of(AlignedTable table, int threads) {
        List<AlignedColumn> columns = table.columns()
                .subList(0, Math.min(MOST_COLUMNS, table.columns().size()));
        int n = columns.size();
        List<Levels> levels = Workers.map(threads, n, c -> Levels.onRealEdges(columns.get(c)));
        double[][] real = new double[n][n];
        double[][] synthetic = new double[n][n];
        List<double[][]> rows = Workers.map(threads, n, a -> row(columns, levels, a));
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                real[a][b] = a <= b ? rows.get(a)[0][b] : rows.get(b)[0][a];
                synthetic[a][b] = a <= b ? rows.get(a)[1][b] : rows.get(b)[1][a];
            }
        }
        return new HeatMaps(columns, real, synthetic);
    }

    private static double[][] row(List<AlignedColumn> columns, List<Levels> levels, int a) {
        double[][] row = new double[2][columns.size()];
        for (int b = a; b < columns.size(); b++) {
            for (Side side : List.of(Side.REAL, Side.SYNTHETIC)) {
                row[side.ordinal()][b] = a == b ? 1 : strength(columns, levels, a, b, side);
            }
        }
        return row;
    }

    private static double strength(List<AlignedColumn> columns, List<Levels> levels, int a, int b, Side side) {
        if (columns.get(a) instanceof NumberColumn x && columns.get(b) instanceof NumberColumn y) {
            return Correlation.pearson(x.numbers(side), y.numbers(side));
        }
        return side == Side.REAL
                ? Contingency.cramersV(levels.get(a), levels.get(b))
                : Contingency.cramersV(levels.get(a).swapped(), levels.get(b).swapped());
    }

    /** The three drawings side by side. */
    String draw() {
        double[][] difference = new double[real.length][real.length];
        for (int a = 0; a < real.length; a++) {
            for (int b = 0; b < real.length; b++) {
                difference[a][b] = synthetic[a][b] - real[a][b];
            }
        }
        return "<div class=\"maps\">" + map("Real", real, 1) + map("Synthetic", synthetic, 1)
                + map("Difference (colours five times as strong)", difference, 5) + "</div>";
    }

    private String map(String title, double[][] values, double gain) {
        int n = values.length;
        double cell = (double) SIZE / Math.max(1, n);
        StringBuilder svg = new StringBuilder(n * n * 90);
        svg.append("<figure><figcaption>").append(title).append("</figcaption>");
        svg.append("<svg class=\"map\" role=\"img\" viewBox=\"0 0 ")
                .append(SIZE + " " + SIZE)
                .append("\" aria-label=\"")
                .append(title)
                .append("\">");
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                cell(svg, a, b, values[a][b], new Look(cell, gain));
            }
        }
        return svg.append("</svg></figure>").toString();
    }

    private void cell(StringBuilder svg, int a, int b, double value, Look look) {
        boolean defined = !Double.isNaN(value);
        svg.append("<rect class=\"").append(defined ? value < 0 ? "negative" : "positive" : "undefined");
        svg.append("\" x=\"").append(Html.coordinate(b * look.cell));
        svg.append("\" y=\"").append(Html.coordinate(a * look.cell));
        svg.append("\" width=\"").append(Html.coordinate(look.cell - 0.5));
        svg.append("\" height=\"").append(Html.coordinate(look.cell - 0.5));
        if (defined) {
            svg.append("\" fill-opacity=\"")
                    .append(String.format(Locale.ROOT, "%.2f", Math.min(1, Math.abs(value) * look.gain)));
        }
        svg.append("\"><title>")
                .append(Html.text(columns.get(a).name()))
                .append(" × ")
                .append(Html.text(columns.get(b).name()))
                .append(": ")
                .append(defined ? String.format(Locale.ROOT, "%.3f", value) : "undefined")
                .append("</title></rect>");
    }

    /** Width of a cell, and how strongly values are coloured. */
    private record Look(double cell, double gain) {}
}
