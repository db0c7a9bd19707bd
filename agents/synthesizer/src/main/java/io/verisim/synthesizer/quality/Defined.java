package io.verisim.synthesizer.quality;

import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers of a report, where undefined is null and enters no mean. */
final class Defined {

    private Defined() {}

    static @Nullable Double of(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** The mean of what is defined; null where nothing is. */
    static @Nullable Double mean(Stream<@Nullable Double> values) {
        DoubleStream defined = values.filter(Objects::nonNull).mapToDouble(Double::doubleValue);
        double[] all = defined.toArray();
        double sum = 0;
        for (double value : all) {
            sum += value;
        }
        return all.length == 0 ? null : Double.valueOf(sum / all.length);
    }
}
