package io.verisim.synthesizer.privacy;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.privacy.PrivacyReport.Compared;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes every measure of privacy: copies, nearness, membership, disclosure of attributes, uniqueness. Each compares what
 * synthetic rows show of training rows with what an honest twin would show, so that a table in which all rows are alike is
 * not taken for a leak. Deterministic; the number of threads changes no figure.
 */
public final class PrivacyMeasures {

    private static final String NO_HOLDOUT =
            "rows that the twin was not made from are needed: give a holdout of at least 20 rows";
    private static final int LEAST_ROWS = 2;
    private static final int LEAST_HOLDOUT = 20;

    private final AlignedTable table;
    private final PrivacyOptions options;
    private final Samples samples;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();

    private PrivacyMeasures(AlignedTable table, PrivacyOptions options) {
        this.table = table;
        this.options = options;
        this.samples = Samples.of(table, options.seed());
    }

    /**
     * Measures a table.
     *
     * @param table real, synthetic and, where there are such rows, holdout
     */
    public static PrivacyReport measure(AlignedTable table, PrivacyOptions options) {
        return new PrivacyMeasures(table, options).report();
    }

    private PrivacyReport report() {
        if (table.columns().isEmpty()
                || table.rows(Side.REAL) < LEAST_ROWS
                || table.rows(Side.SYNTHETIC) == 0
                || table.has(Side.HOLDOUT) && table.rows(Side.HOLDOUT) == 0) {
            String reason = table.columns().isEmpty() ? "no column to compare" : "a table has too few rows";
            for (Measure measure : Measure.values()) {
                reasons.put(measure.key(), reason);
            }
            return report(List.of(), null);
        }
        copies();
        membership();
        Interruption.check();
        QuasiIdentifiers identifiers = QuasiIdentifiers.of(table, samples, options);
        List<AttributeScore> attributes =
                new AttributeDisclosure(table, samples, identifiers.names()).scores(options.threads());
        disclosure(attributes);
        classifier();
        findings.add(identifiers.uniqueRecords());
        return report(attributes, identifiers.uniqueness());
    }

    private PrivacyReport report(List<AttributeScore> attributes, @Nullable Uniqueness uniqueness) {
        return new PrivacyReport(
                control(),
                compared(),
                findings,
                attributes,
                uniqueness,
                options.limits().gate(findings),
                reasons);
    }

    private void copies() {
        RecordCopies copies = RecordCopies.of(table, options.threads());
        findings.add(copies.exact());
        findings.add(copies.rare());
        NearbyRecords nearby = new NearbyRecords(table, samples, options.threads());
        findings.add(nearby.nearCopies());
        findings.add(nearby.copiedRows());
    }

    private void membership() {
        if (samples.holdout().length < LEAST_HOLDOUT) {
            reasons.put(Measure.MEMBERSHIP_BY_DISTANCE.key(), NO_HOLDOUT);
            reasons.put(Measure.MEMBERSHIP_BY_DENSITY.key(), NO_HOLDOUT);
            return;
        }
        MembershipInference attack = new MembershipInference(table, samples, options.threads());
        findings.add(attack.byDistance());
        findings.add(attack.byDensity());
    }

    /** The column that is most exposed stands for all. */
    private void disclosure(List<AttributeScore> attributes) {
        attributes.stream()
                .max(Comparator.comparingDouble(score -> score.risk().low()))
                .ifPresentOrElse(
                        worst -> findings.add(
                                Finding.of(Measure.ATTRIBUTE_DISCLOSURE, worst.attack(), worst.control(), worst.risk())
                                        .about(worst.column())),
                        () -> reasons.put(Measure.ATTRIBUTE_DISCLOSURE.key(), "every column is a quasi-identifier"));
    }

    private void classifier() {
        if (samples.holdout().length < LEAST_HOLDOUT) {
            reasons.put(Measure.ATTRIBUTE_BY_CLASSIFIER.key(), NO_HOLDOUT);
            return;
        }
        new AttributeClassifier(table, samples)
                .mostExposed(options.threads())
                .ifPresentOrElse(
                        findings::add,
                        () -> reasons.put(Measure.ATTRIBUTE_BY_CLASSIFIER.key(), "there is only one column"));
    }

    private String control() {
        return table.has(Side.HOLDOUT) ? "holdout" : "other training rows";
    }

    private Compared compared() {
        return new Compared(
                samples.training().length,
                samples.synthetic().length,
                samples.holdout().length,
                samples.training().length < table.rows(Side.REAL)
                        || samples.synthetic().length < table.rows(Side.SYNTHETIC)
                        || table.has(Side.HOLDOUT) && samples.holdout().length < table.rows(Side.HOLDOUT));
    }
}
