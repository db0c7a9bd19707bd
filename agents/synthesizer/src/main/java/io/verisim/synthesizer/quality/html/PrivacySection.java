package io.verisim.synthesizer.quality.html;

import io.verisim.synthesizer.privacy.AttributeScore;
import io.verisim.synthesizer.privacy.Finding;
import io.verisim.synthesizer.privacy.Measure;
import io.verisim.synthesizer.privacy.PrivacyReport;
import io.verisim.synthesizer.privacy.Rate;
import io.verisim.synthesizer.privacy.Risk;
import io.verisim.synthesizer.privacy.Uniqueness;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the twin tells of the rows it was made from: each measure with its control, its limit and its meaning. */
final class PrivacySection {

    private static final int MOST_ATTRIBUTES = 8;

    private static final Map<String, String> TITLES =
            Stream.of(Measure.values()).collect(Collectors.toUnmodifiableMap(Measure::key, PrivacySection::title));

    private final PrivacyReport report;
    private final StringBuilder out = new StringBuilder();

    private PrivacySection(PrivacyReport report) {
        this.report = report;
    }

    static String of(PrivacyReport report) {
        return new PrivacySection(report).draw();
    }

    /** Whether the twin may be handed on, and what was compared. */
    static String verdict(PrivacyReport report) {
        String rows = String.format(
                Locale.ROOT,
                "Compared: %,d training, %,d synthetic and %,d holdout rows%s. ",
                report.compared().training(),
                report.compared().synthetic(),
                report.compared().holdout(),
                report.compared().sampled() ? ", drawn from larger tables" : "");
        String gate = report.gate().passed()
                ? "The twin keeps every limit of the privacy gate. "
                : "The privacy gate stops this twin: "
                        + String.join(
                                ", ",
                                report.exceeded().stream()
                                        .map(finding -> title(finding.name()).toLowerCase(Locale.ROOT))
                                        .toList())
                        + ". ";
        String control = report.compared().holdout() == 0
                ? "No rows were held out: each training row beside the others shows what is honest. "
                : "Held-out rows show what is honest. ";
        return gate + control + rows + "No measure proves data safe; each can show that it is not.";
    }

    private static String title(Measure measure) {
        return switch (measure) {
            case EXACT_COPIES -> "Exact copies";
            case RARE_COPIES -> "Exact copies of rare rows";
            case NEAR_COPIES -> "Near copies";
            case COPIED_ROWS -> "Rows closer to training rows";
            case MEMBERSHIP_BY_DISTANCE -> "Membership, by distance";
            case MEMBERSHIP_BY_DENSITY -> "Membership, by density";
            case ATTRIBUTE_DISCLOSURE -> "Disclosure of attributes";
            case ATTRIBUTE_BY_CLASSIFIER -> "Disclosure, by trees";
            case UNIQUE_RECORDS -> "Rows that match a unique one";
        };
    }

    private static String title(String name) {
        return TITLES.getOrDefault(name, name);
    }

    private String draw() {
        head("Measure", "Twin", "Other real rows", "Risk beyond", "Limit", "What it says");
        for (Finding finding : report.findings()) {
            row(title(finding.name()), finding.attack(), finding.control(), finding.risk());
            out.append("<td class=\"wanted\">")
                    .append(limit(finding))
                    .append("</td><td>")
                    .append(Html.text(finding.verdict(), Html.SENTENCE))
                    .append("</td></tr>");
        }
        report.reasons()
                .forEach((name, reason) -> out.append("<tr><th scope=\"row\">")
                        .append(Html.text(title(name)))
                        .append("</th><td colspan=\"5\"><em>Not measured: ")
                        .append(Html.text(reason, Html.SENTENCE))
                        .append(".</em></td></tr>"));
        out.append("</tbody></table>");
        uniqueness();
        attributes();
        return out.toString();
    }

    private void head(String... titles) {
        out.append("<table class=\"scores\"><thead><tr>");
        for (String title : titles) {
            out.append("<th>").append(title).append("</th>");
        }
        out.append("</tr></thead><tbody>");
    }

    private void row(String name, Rate attack, Rate control, Risk risk) {
        out.append("<tr><th scope=\"row\">")
                .append(Html.text(name))
                .append("</th><td class=\"number\">")
                .append(share(attack))
                .append("</td><td class=\"number\">")
                .append(share(control))
                .append("</td><td class=\"number\">")
                .append(Html.percent(risk.value()))
                .append("<br><small>")
                .append(Html.percent(risk.low()))
                .append(" to ")
                .append(Html.percent(risk.high()))
                .append("</small></td>");
    }

    private static String share(Rate rate) {
        return rate.tries() == 0
                ? "–"
                : Html.percent(rate.successes() / rate.tries()) + "<br><small>of "
                        + String.format(Locale.ROOT, "%,d", rate.tries()) + "</small>";
    }

    private String limit(Finding finding) {
        Double limit = report.gate().limits().get(finding.name());
        if (limit == null) {
            return "";
        }
        boolean met = !report.gate().exceeded().contains(finding.name());
        return "<span class=\"" + (met ? "met" : "unmet") + "\">" + (met ? "✓" : "!") + "</span> ≤ "
                + Html.percent(limit);
    }

    private void uniqueness() {
        Uniqueness unique = report.uniqueness();
        if (unique != null) {
            out.append(String.format(
                    Locale.ROOT,
                    "<p>Quasi-identifiers: %s. They single out %,d of %,d training rows and %,d of %,d synthetic rows.</p>",
                    String.join(
                            ", ",
                            unique.quasiIdentifiers().stream().map(Html::text).toList()),
                    unique.trainingUnique(),
                    unique.trainingRows(),
                    unique.syntheticUnique(),
                    unique.syntheticRows()));
        }
    }

    private void attributes() {
        List<AttributeScore> worst = report.attributes().stream()
                .sorted(Comparator.comparingDouble(
                                (AttributeScore score) -> -score.risk().low())
                        .thenComparing(score -> -score.risk().value()))
                .limit(MOST_ATTRIBUTES)
                .toList();
        if (worst.isEmpty()) {
            return;
        }
        head("Column guessed from them", "Training rows", "Other real rows", "Risk beyond", "Protection");
        for (AttributeScore score : worst) {
            row(score.column(), score.attack(), score.control(), score.risk());
            out.append("<td class=\"number\">")
                    .append(Html.score(score.protection()))
                    .append("</td></tr>");
        }
        out.append("</tbody></table>");
    }
}
