package io.verisim.processor.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tools.jackson.databind.JsonNode;

/** Expected values from NumPy and SciPy; the file says which versions. */
class NumberStatisticsTest {

    private static final double TOLERANCE = 1e-9;

    static Stream<JsonNode> cases() throws IOException {
        try (InputStream in = NumberStatisticsTest.class.getResourceAsStream("/verisim/profile/statistics.json")) {
            return MessageCodec.mapper().readTree(in).path("cases").valueStream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void statisticsAreThoseOfNumPyAndSciPy(JsonNode sample) {
        double[] values = sample.path("values")
                .valueStream()
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        JsonNode expected = sample.path("expected");
        NumberProfile profile = NumberStatistics.of(DoubleColumn.create("v", values));
        assertClose(profile.min(), expected.path("min"));
        assertClose(profile.max(), expected.path("max"));
        assertClose(profile.mean(), expected.path("mean"));
        assertClose(profile.median(), expected.path("median"));
        assertClose(profile.standardDeviation(), expected.path("standardDeviation"));
        assertClose(profile.variance(), expected.path("variance"));
        assertClose(profile.skewness(), expected.path("skewness"));
        assertClose(profile.kurtosis(), expected.path("kurtosis"));
        assertClose(profile.iqr(), expected.path("iqr"));
        assertClose(profile.quantiles().get("0.05"), expected.path("q05"));
        assertClose(profile.quantiles().get("0.95"), expected.path("q95"));
        assertThat(profile.outliers()).isEqualTo(expected.path("outliers").asLong());
        assertThat(profile.zeros()).isEqualTo(expected.path("zeros").asLong());
    }

    @Test
    void whatIsUndefinedIsNull() {
        NumberProfile none = NumberStatistics.of(DoubleColumn.create("v", Double.NaN));
        assertThat(none.mean()).isNull();
        assertThat(none.min()).isNull();
        assertThat(none.quantiles()).isEmpty();
        NumberProfile one = NumberStatistics.of(DoubleColumn.create("v", 0.0));
        assertThat(one.mean()).isZero();
        assertThat(one.standardDeviation()).isNull();
        assertThat(one.coefficientOfVariation()).isNull();
    }

    private static void assertClose(@Nullable Double actual, JsonNode expected) {
        if (expected.isNull()) {
            assertThat(actual).isNull();
        } else {
            double value = expected.asDouble();
            assertThat(actual).isCloseTo(value, within(TOLERANCE * Math.max(1, Math.abs(value))));
        }
    }
}
