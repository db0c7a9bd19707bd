package io.verisim.synthesizer.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.shape.ChiSquared;
import io.verisim.synthesizer.quality.shape.KolmogorovSmirnov;
import org.jspecify.annotations.Nullable;

/**
 * A test of whether real and synthetic values of a column come from one law; one of the two is there.
 *
 * @param ks Kolmogorov–Smirnov, for numbers and datetimes
 * @param chiSquared chi-squared, for categories
 */
public record ColumnTest(@Nullable TestResult ks, @Nullable TestResult chiSquared) {

    static ColumnTest of(AlignedColumn column) {
        return switch (column) {
            case NumberColumn n -> {
                double[] real = n.present(Side.REAL);
                double[] synthetic = n.present(Side.SYNTHETIC);
                double statistic = KolmogorovSmirnov.statistic(real, synthetic);
                double p = KolmogorovSmirnov.pValue(statistic, real.length, synthetic.length);
                yield new ColumnTest(TestResult.of(statistic, null, p, "a side has no value"), null);
            }
            case CategoryColumn c -> {
                ChiSquared test = ChiSquared.test(c.counts(Side.REAL), c.counts(Side.SYNTHETIC));
                yield new ColumnTest(
                        null,
                        TestResult.of(
                                test.statistic(),
                                test.degreesOfFreedom(),
                                test.pValue(),
                                "fewer than two categories with enough values"));
            }
        };
    }

    /**
     * What a test says.
     *
     * @param statistic D or the chi-squared sum; null where undefined
     * @param df degrees of freedom, for chi-squared
     * @param p probability of a statistic at least as large where both sides follow one law; null where undefined
     * @param reason why they are undefined, else null
     */
    public record TestResult(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double statistic,

            @Nullable Integer df,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Double p,

            @Nullable String reason) {

        static TestResult of(double statistic, @Nullable Integer df, double p, String reasonIfUndefined) {
            Double defined = Defined.of(statistic);
            return new TestResult(defined, df, Defined.of(p), defined == null ? reasonIfUndefined : null);
        }
    }
}
