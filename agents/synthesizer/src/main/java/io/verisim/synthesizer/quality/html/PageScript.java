package io.verisim.synthesizer.quality.html;

import io.verisim.model.message.MessageCodec;
import io.verisim.synthesizer.quality.chart.Charts;
import io.verisim.synthesizer.quality.chart.Charts.Field;
import io.verisim.synthesizer.quality.chart.Relations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scripts of the page, and the figures they draw. The page's policy names the scripts by their hashes and lets nothing
 * be loaded, so that a value of the data that looks like a script is never run; in the figures every {@code <} is written
 * as an escape, so that none ends their element.
 */
final class PageScript {

    private final String plotly;
    private final String own;

    private PageScript(String plotly, String own) {
        this.plotly = plotly;
        this.own = own;
    }

    static PageScript load() throws IOException {
        return new PageScript(resource("plotly-cartesian.min.js"), resource("quality.js"));
    }

    static String resource(String name) throws IOException {
        try (InputStream in = PageScript.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The content security policy of the page. */
    String policy() {
        return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data: blob:; "
                + "style-src 'unsafe-inline'; script-src 'sha256-" + hash(plotly) + "' 'sha256-" + hash(own) + "'";
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The elements that go to the end of the page. */
    String elements(Charts charts) {
        String figures = MessageCodec.mapper().writeValueAsString(figures(charts));
        return "<script type=\"application/json\" id=\"figures\">" + escaped(figures) + "</script>\n<script>" + plotly
                + "</script>\n<script>" + own + "</script>\n";
    }

    private static String escaped(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static Map<String, Object> figures(Charts charts) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("fields", charts.fields().stream().map(PageScript::field).toList());
        Relations relations = charts.relations();
        Map<String, Object> maps = new LinkedHashMap<>();
        maps.put("columns", relations.columns());
        maps.put("real", matrix(relations.real()));
        maps.put("synthetic", matrix(relations.synthetic()));
        maps.put("difference", matrix(relations.difference()));
        maps.put("scores", matrix(relations.scores()));
        figures.put("relations", maps);
        return figures;
    }

    private static Map<String, Object> field(Field field) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", field.name());
        values.put("kind", field.spec().kind().name());
        values.put("masked", field.masked());
        values.put("ordered", field.histogram().ordered());
        values.put("real", rounded(field.histogram().real()));
        values.put("synthetic", rounded(field.histogram().synthetic()));
        if (!field.masked()) {
            values.put("labels", field.histogram().labels());
            if (field.quantiles() != null) {
                values.put("realQuantiles", rounded(field.quantiles().real()));
                values.put("syntheticQuantiles", rounded(field.quantiles().synthetic()));
            }
        }
        return values;
    }

    private static List<@Nullable List<@Nullable Double>> matrix(double[][] matrix) {
        return new ArrayList<>(Arrays.stream(matrix).map(PageScript::rounded).toList());
    }

    /** Six significant digits are more than a screen shows; undefined is null. */
    private static List<@Nullable Double> rounded(double[] values) {
        List<@Nullable Double> rounded = new ArrayList<>();
        for (double value : values) {
            rounded.add(
                    Double.isFinite(value)
                            ? Double.valueOf(new java.math.BigDecimal(value)
                                    .round(new java.math.MathContext(6))
                                    .doubleValue())
                            : null);
        }
        return rounded;
    }
}
