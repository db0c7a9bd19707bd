package io.verisim.synthesizer.quality.html;

import io.verisim.synthesizer.model.TrainingCurve;
import io.verisim.synthesizer.model.TrainingCurve.Epoch;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How a model was trained: its losses round by round, and how like its rows were to rows that it had not seen. */
final class TrainingSection {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 120;

    private TrainingSection() {}

    /** Which round was kept, and why training ended. */
    static String note(TrainingCurve curve) {
        return String.format(
                Locale.ROOT,
                "%d rounds; %s. Likeness is measured against %s after every round; round %d was the best and was kept.",
                curve.epochs().size(),
                curve.stoppedEarly() ? "training ended because the likeness no longer rose" : "all that were allowed",
                curve.heldOutRows() > 0
                        ? String.format(Locale.ROOT, "%,d held-out rows", curve.heldOutRows())
                        : "the training rows",
                curve.kept());
    }

    static String of(TrainingCurve curve) {
        return chart("Likeness to rows not seen", curve, Epoch::heldOut)
                + chart("Distance, as the critic estimates it", curve, Epoch::wasserstein)
                + chart("Loss of the generator", curve, Epoch::generator)
                + chart("Loss of the critic", curve, Epoch::critic);
    }

    private static String chart(String title, TrainingCurve curve, ToDoubleFunction<Epoch> figure) {
        List<Double> values = curve.epochs().stream().map(figure::applyAsDouble).toList();
        return "<figure><figcaption>" + Html.text(title) + ": " + ends(values) + "</figcaption>"
                + line(title, values, curve.kept()) + "</figure>";
    }

    private static String ends(List<Double> values) {
        return values.isEmpty()
                ? "none"
                : Html.score(values.getFirst()) + " at first, " + Html.score(values.getLast()) + " at last";
    }

    /**
     * A line of values from left to right, the largest on top.
     *
     * @param marked number of the value with a mark, from 1; 0 for none
     */
    static String line(String title, List<Double> values, int marked) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double range = high > low ? high - low : 1;
        StringBuilder points = new StringBuilder();
        String mark = "";
        for (int i = 0; i < values.size(); i++) {
            String x = Html.coordinate(4 + (WIDTH - 8.0) * i / Math.max(1, values.size() - 1));
            String y = Html.coordinate(HEIGHT - 4 - (HEIGHT - 8) * (values.get(i) - low) / range);
            points.append(i == 0 ? "" : " ").append(x).append(',').append(y);
            if (i + 1 == marked) {
                mark = "<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"3.5\" fill=\"currentColor\"/>";
            }
        }
        return "<svg role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" width=\"100%\" aria-label=\""
                + Html.text(title) + ", from " + Html.score(low) + " to " + Html.score(high)
                + "\"><polyline fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" points=\"" + points + "\"/>"
                + mark + "</svg>";
    }
}
