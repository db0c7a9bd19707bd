package io.verisim.synthesizer.privacy;

/**
 * What an attack gains beyond its success on rows that the twin was not made from: (a − c)/(1 − c) with the rate a on
 * training rows and c on control rows, clipped to [0, 1]. The ends take both rates at the less and the more harmful ends of
 * their intervals, so that the interval is wider than one of 95 %.
 *
 * @param value best estimate
 * @param low lower end: what is shown beyond reasonable doubt
 * @param high upper end
 */
public record Risk(double value, double low, double high) {

    /** The risk of an attack beside its control. */
    static Risk of(Rate attack, Rate control) {
        return new Risk(
                beyond(attack.rate(), control.rate()),
                beyond(attack.low(), control.high()),
                beyond(attack.high(), control.low()));
    }

    /** A risk given by estimates that may lie outside of [0, 1]. */
    static Risk clipped(double value, double low, double high) {
        return new Risk(Math.clamp(value, 0, 1), Math.clamp(low, 0, 1), Math.clamp(high, 0, 1));
    }

    private static double beyond(double attack, double control) {
        return control < 1 ? Math.clamp((attack - control) / (1 - control), 0, 1) : 0;
    }
}
