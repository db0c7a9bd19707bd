package io.verisim.synthesizer.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;
import io.verisim.synthesizer.quality.shape.Wasserstein;
import org.jspecify.annotations.Nullable;

/**
 * The Wasserstein-1 distance of a column; 0 is best.
 *
 * @param raw in the unit of the values, nanoseconds for datetimes; null where undefined
 * @param perIqr divided by the interquartile range of the real values; null where that is 0
 * @param reason why one is undefined, else null
 */
public record WassersteinScore(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double raw,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double perIqr,
        @Nullable String reason) {

    static WassersteinScore of(NumberColumn column) {
        double[] real = column.present(Side.REAL);
        double[] synthetic = column.present(Side.SYNTHETIC);
        Double raw = Defined.of(Wasserstein.distance(real, synthetic));
        Double perIqr = Defined.of(Wasserstein.perInterquartileRange(real, synthetic));
        String reason = raw == null
                ? "a side has no finite values"
                : perIqr == null ? "the real interquartile range is 0" : null;
        return new WassersteinScore(raw, perIqr, reason);
    }
}
