package io.verisim.processor.profile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of a numeric column over the values that are there. What is undefined is null: deviation and variance of
 * fewer than two values, skewness of fewer than three, kurtosis of fewer than four or of equal ones, the coefficient of
 * variation where the mean is 0. Extremes, quantiles and outlier bounds are null where the column is sensitive.
 *
 * @param min smallest value
 * @param max greatest value
 * @param mean arithmetic mean
 * @param median quantile 0.5
 * @param standardDeviation with divisor n − 1
 * @param variance with divisor n − 1
 * @param skewness adjusted Fisher–Pearson coefficient
 * @param kurtosis excess kurtosis, adjusted for bias
 * @param iqr quantile 0.75 minus quantile 0.25
 * @param coefficientOfVariation standard deviation divided by the absolute mean
 * @param outliers values beyond 1.5 times the iqr below the first or above the third quartile
 * @param zeros values that are 0
 * @param quantiles by probability, linear between order statistics
 */
public record NumberProfile(
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double mean,
        @Nullable Double median,
        @Nullable Double standardDeviation,
        @Nullable Double variance,
        @Nullable Double skewness,
        @Nullable Double kurtosis,
        @Nullable Double iqr,
        @Nullable Double coefficientOfVariation,
        long outliers,
        long zeros,
        Map<String, Double> quantiles) {

    public NumberProfile {
        // in their order, which a copy by Map.copyOf has not: the same profile is to be the same bytes in any process
        quantiles = Collections.unmodifiableMap(new LinkedHashMap<>(quantiles));
    }

    NumberProfile withoutValues() {
        return new NumberProfile(
                null,
                null,
                mean,
                null,
                standardDeviation,
                variance,
                skewness,
                kurtosis,
                iqr,
                coefficientOfVariation,
                outliers,
                zeros,
                Map.of());
    }
}
