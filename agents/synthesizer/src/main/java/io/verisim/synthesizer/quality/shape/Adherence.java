package io.verisim.synthesizer.quality.shape;

import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.tabular.TextColumn;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Share of synthetic values that the real data allow. NaN where there is nothing to judge. */
public final class Adherence {

    private Adherence() {}

    /**
     * BoundaryAdherence: share of synthetic values in [min, max] of the real ones. Where the real column has missing
     * values, synthetic missing values are left out, else they count as outside.
     */
    public static double boundary(NumberColumn column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : column.numbers(Side.REAL)) {
            if (!Double.isNaN(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        int counted =
                column.rows(Side.SYNTHETIC) - (column.missing(Side.REAL) > 0 ? column.missing(Side.SYNTHETIC) : 0);
        if (low > high || counted == 0) {
            return Double.NaN;
        }
        int within = 0;
        for (double value : column.numbers(Side.SYNTHETIC)) {
            within += value >= low && value <= high ? 1 : 0;
        }
        return (double) within / counted;
    }

    /** CategoryAdherence: share of synthetic values that occur in the real data, missing being a value like any other. */
    public static double category(CategoryColumn column) {
        int[] realCounts = column.counts(Side.REAL);
        boolean missingAllowed = column.missing(Side.REAL) > 0;
        int[] synthetic = column.codes(Side.SYNTHETIC);
        int known = 0;
        for (int code : synthetic) {
            known += (code == TextColumn.MISSING ? missingAllowed : realCounts[code] > 0) ? 1 : 0;
        }
        return synthetic.length == 0 ? Double.NaN : (double) known / synthetic.length;
    }

    /**
     * KeyUniqueness: 1 − the share of synthetic rows that repeat an earlier key or whose key parts are all missing.
     *
     * @param parts the columns of the key, one or more
     */
    public static double keyUniqueness(List<TextColumn> parts) {
        int rows = parts.getFirst().rows();
        Set<List<@Nullable String>> seen = new HashSet<>();
        int bad = 0;
        for (int row = 0; row < rows; row++) {
            int at = row;
            List<@Nullable String> key = new java.util.ArrayList<>(parts.size());
            parts.forEach(part -> key.add(part.value(at)));
            boolean allMissing = parts.stream().allMatch(part -> part.isMissing(at));
            if (allMissing || !seen.add(key)) {
                bad++;
            }
        }
        return rows == 0 ? Double.NaN : 1 - (double) bad / rows;
    }
}
