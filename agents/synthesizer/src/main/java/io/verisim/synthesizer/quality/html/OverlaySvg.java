package io.verisim.synthesizer.quality.html;

import io.verisim.synthesizer.quality.chart.Histogram;

/** Draws a {@link Histogram}: real values as filled bars, synthetic ones as an outline over them. */
final class OverlaySvg {

    private static final int WIDTH = 260;
    private static final int HEIGHT = 46;

    private OverlaySvg() {}

    /**
     * The drawing.
     *
     * @param masked whether values must not be shown
     */
    static String draw(String name, Histogram overlay, boolean masked) {
        double highest = 1e-9;
        for (int i = 0; i < overlay.real().length; i++) {
            highest = Math.max(highest, Math.max(overlay.real()[i], overlay.synthetic()[i]));
        }
        StringBuilder svg = new StringBuilder(4000);
        svg.append("<svg class=\"overlay\" role=\"img\" viewBox=\"0 0 ")
                .append(WIDTH + " " + HEIGHT)
                .append("\" aria-label=\"Distribution of ")
                .append(Html.text(name))
                .append(", real and synthetic\">");
        double step = (double) WIDTH / overlay.real().length;
        double gap = overlay.ordered() ? 0.6 : Math.min(6, step * 0.25);
        for (int i = 0; i < overlay.real().length; i++) {
            bar(svg, overlay, i, new Place(i * step + gap / 2, step - gap, highest), masked);
        }
        svg.append("</svg>");
        svg.append("<div class=\"axis\">").append(axis(overlay, masked)).append("</div>");
        return svg.toString();
    }

    private static void bar(StringBuilder svg, Histogram overlay, int i, Place place, boolean masked) {
        double real = overlay.real()[i] / place.highest * (HEIGHT - 3);
        double synthetic = overlay.synthetic()[i] / place.highest * (HEIGHT - 3);
        svg.append("<g>");
        if (!masked) {
            svg.append("<title>")
                    .append(Html.text(overlay.labels().get(i)))
                    .append(": real ")
                    .append(Html.percent(overlay.real()[i]))
                    .append(", synthetic ")
                    .append(Html.percent(overlay.synthetic()[i]))
                    .append("</title>");
        }
        rectangle(svg, "real", place, real);
        rectangle(svg, "synthetic", place, synthetic);
        svg.append("</g>");
    }

    private static void rectangle(StringBuilder svg, String css, Place place, double height) {
        svg.append("<rect class=\"").append(css).append("\" x=\"").append(Html.coordinate(place.left));
        svg.append("\" y=\"").append(Html.coordinate(HEIGHT - 1 - height));
        svg.append("\" width=\"").append(Html.coordinate(place.width));
        svg.append("\" height=\"").append(Html.coordinate(Math.max(0, height))).append("\"/>");
    }

    private static String axis(Histogram overlay, boolean masked) {
        if (masked) {
            return "<span>values hidden: sensitive</span>";
        }
        int last = overlay.labels().size() - 1;
        if (last < 0) {
            return "<span>no value</span>";
        }
        if (overlay.ordered() && last > 0) {
            return "<span>" + Html.text(overlay.labels().getFirst().replaceAll(" to .*", "")) + "</span><span>"
                    + Html.text(overlay.labels().get(last).replaceAll(".* to ", "")) + "</span>";
        }
        String names = String.join(", ", overlay.labels().subList(0, Math.min(4, last + 1)));
        return "<span>" + Html.text(last > 3 ? names + ", …" : names) + "</span>";
    }

    /** Where a bar stands, and what share has full height. */
    private record Place(double left, double width, double highest) {}
}
