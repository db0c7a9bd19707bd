package io.verisim.synthesizer.quality.picture;

import io.verisim.synthesizer.quality.chart.Charts;
import io.verisim.synthesizer.quality.chart.Charts.Field;
import io.verisim.synthesizer.quality.chart.Histogram;
import io.verisim.synthesizer.quality.chart.Quantiles;
import io.verisim.synthesizer.quality.chart.Relations;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Draws the charts of a report as PNG files, for an archive that shall be readable in ten years: {@code histogram-NN.png}
 * and {@code quantiles-NN.png} by number of the field in the table, from 1, and {@code relations-real.png},
 * {@code relations-synthetic.png}, {@code relations-difference.png} and {@code pair-scores.png}. Nothing of a screen is
 * needed; no value of a sensitive field is written.
 */
public final class Pictures {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 60;
    private static final int TOP = 56;
    private static final int BOTTOM = 56;
    private static final int LONGEST_NAME = 30;

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private Pictures(Path folder) {
        this.folder = folder;
    }

    /**
     * Draws all of them.
     *
     * @param folder made where it is not there
     * @return the files, in the order of the fields
     */
    public static List<Path> write(Charts charts, Path folder) throws IOException {
        Files.createDirectories(folder);
        Pictures pictures = new Pictures(folder);
        for (int f = 0; f < charts.fields().size(); f++) {
            Field field = charts.fields().get(f);
            String number = String.format(Locale.ROOT, "%02d", f + 1);
            pictures.histogram(field, "histogram-" + number + ".png");
            Quantiles quantiles = field.quantiles();
            if (quantiles != null && quantiles.real().length > 0 && !field.masked()) {
                pictures.quantiles(field.name(), quantiles, "quantiles-" + number + ".png");
            }
        }
        Relations relations = charts.relations();
        pictures.map("Relations in the real data", relations.columns(), relations.real(), 1, "relations-real.png");
        pictures.map(
                "Relations in the synthetic data",
                relations.columns(),
                relations.synthetic(),
                1,
                "relations-synthetic.png");
        pictures.map(
                "Synthetic less real, five times as strong",
                relations.columns(),
                relations.difference(),
                5,
                "relations-difference.png");
        pictures.map("Score of each pair", relations.columns(), relations.scores(), 1, "pair-scores.png");
        return List.copyOf(pictures.files);
    }

    private void histogram(Field field, String file) throws IOException {
        Histogram bars = field.histogram();
        Canvas canvas = new Canvas(WIDTH, HEIGHT, shortened(field.name()) + ": real filled, synthetic outlined");
        double highest = Math.max(1e-9, Math.max(most(bars.real()), most(bars.synthetic())));
        double step = (double) (WIDTH - LEFT - 20) / Math.max(1, bars.real().length);
        double tall = HEIGHT - TOP - BOTTOM;
        for (int i = 0; i < bars.real().length; i++) {
            double x = LEFT + i * step + step * 0.08;
            bar(canvas, x, step * 0.84, bars.real()[i] / highest * tall, true);
            bar(canvas, x, step * 0.84, bars.synthetic()[i] / highest * tall, false);
        }
        canvas.line(LEFT, HEIGHT - BOTTOM, WIDTH - 20.0, HEIGHT - BOTTOM, Canvas.QUIET);
        canvas.textBefore(
                String.format(Locale.ROOT, "%.1f %%", highest * 100), LEFT - 6.0, TOP + 10.0, 12, Canvas.QUIET);
        String first = bars.labels().isEmpty() ? "no value" : bars.labels().getFirst();
        String last = bars.labels().isEmpty() ? "" : bars.labels().getLast();
        canvas.text(field.masked() ? "values hidden: sensitive" : first, LEFT, HEIGHT - 34.0, 12, Canvas.QUIET);
        canvas.textBefore(field.masked() ? "" : last, WIDTH - 20.0, HEIGHT - 34.0, 12, Canvas.QUIET);
        write(canvas, file);
    }

    private static void bar(Canvas canvas, double x, double width, double height, boolean real) {
        double y = HEIGHT - BOTTOM - height;
        if (real) {
            canvas.fill(x, y, width, height, Canvas.REAL);
        } else {
            canvas.outline(x, y, width, height, Canvas.ACCENT);
        }
    }

    private static double most(double[] shares) {
        return Arrays.stream(shares).max().orElse(0);
    }

    private void quantiles(String name, Quantiles quantiles, String file) throws IOException {
        Canvas canvas = new Canvas(HEIGHT + 80, HEIGHT, shortened(name) + ": Q-Q, real across, synthetic up");
        double low = Math.min(quantiles.real()[0], quantiles.synthetic()[0]);
        int last = quantiles.real().length - 1;
        double width = Math.max(quantiles.real()[last], quantiles.synthetic()[last]) - low;
        double side = HEIGHT - TOP - BOTTOM;
        canvas.outline(LEFT, TOP, side, side, Canvas.LINE);
        canvas.line(LEFT, TOP + side, LEFT + side, TOP, Canvas.REAL);
        canvas.text(String.format(Locale.ROOT, "%.4g", low), LEFT, TOP + side + 18, 12, Canvas.QUIET);
        canvas.textBefore(
                String.format(Locale.ROOT, "%.4g", low + width), LEFT + side, TOP + side + 18, 12, Canvas.QUIET);
        for (int i = 0; i <= last && width > 0; i++) {
            double x = LEFT + (quantiles.real()[i] - low) / width * side;
            double y = TOP + side - (quantiles.synthetic()[i] - low) / width * side;
            canvas.dot(x, y, 3.2, Canvas.ACCENT);
        }
        write(canvas, file);
    }

    private void map(String title, List<String> columns, double[][] values, double gain, String file)
            throws IOException {
        int n = Math.max(1, columns.size());
        double cell = Math.clamp(720.0 / n, 16, 40);
        int left = 220;
        Canvas canvas = new Canvas((int) (left + n * cell + 24), (int) (TOP + n * cell + 24), title);
        for (int a = 0; a < columns.size(); a++) {
            canvas.textBefore(shortened(columns.get(a)), left - 8.0, TOP + a * cell + cell / 2 + 4, 11, Canvas.QUIET);
            for (int b = 0; b < columns.size(); b++) {
                canvas.fill(left + b * cell, TOP + a * cell, cell - 1, cell - 1, colour(values[a][b] * gain));
            }
        }
        write(canvas, file);
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
    }

    private static Color colour(double value) {
        return Double.isNaN(value)
                ? Color.WHITE
                : Canvas.between(Canvas.WASH, value < 0 ? Canvas.NEGATIVE : Canvas.ACCENT, Math.abs(value));
    }

    private void write(Canvas canvas, String file) throws IOException {
        Path path = folder.resolve(file);
        canvas.write(path);
        files.add(path);
    }
}
