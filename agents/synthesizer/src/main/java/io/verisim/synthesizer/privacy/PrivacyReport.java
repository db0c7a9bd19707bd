package io.verisim.synthesizer.privacy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a synthetic table tells of the rows it was made from. No measure proves data safe; each can show that it is not.
 *
 * @param control which rows show what is honest: {@code holdout}, or {@code other training rows} where there is none
 * @param compared how many rows were used
 * @param findings one for each measure that could be taken
 * @param attributes how well each column is guessed from the quasi-identifiers
 * @param uniqueness how many rows the quasi-identifiers single out; null where nothing could be measured
 * @param gate whether the twin may be handed on
 * @param reasons why a measure is missing, by its name
 */
public record PrivacyReport(
        String control,
        Compared compared,
        List<Finding> findings,
        List<AttributeScore> attributes,
        @Nullable Uniqueness uniqueness,
        PrivacyGate gate,
        Map<String, String> reasons) {

    public PrivacyReport {
        findings = List.copyOf(findings);
        attributes = List.copyOf(attributes);
        // in their order, so that the same report is the same bytes in any process
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
    }

    /** Its findings that exceed a limit. */
    public List<Finding> exceeded() {
        return findings.stream()
                .filter(finding -> gate.exceeded().contains(finding.name()))
                .toList();
    }

    /**
     * How many rows were used.
     *
     * @param training rows of the real table that were searched through
     * @param synthetic rows of the synthetic table that were searched through
     * @param holdout rows of the holdout that were searched through
     * @param sampled whether a table has more rows than that; copies and unique rows are counted over all rows even then
     */
    public record Compared(int training, int synthetic, int holdout, boolean sampled) {}
}
