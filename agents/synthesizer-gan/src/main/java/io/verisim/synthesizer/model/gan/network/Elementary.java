package io.verisim.synthesizer.model.gan.network;

/**
 * Exponential, logarithm and hyperbolic tangent of floats, written out: the platform's fast ones may differ from machine
 * to machine, and the strict ones take most of the time of a training step. Relative errors below 2e-7. Polynomials of
 * S. L. Moshier's Cephes library, routines expf and logf.
 */
public final class Elementary {

    private static final float LOG2_E = 1.442695f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440e-4f;
    private static final float SQRT_HALF = 0.707106781186547524f;

    private Elementary() {}

    /** e to the x; the smallest and largest normal floats beyond -87 and 88. */
    public static float exp(float x) {
        float at = Math.max(-87f, Math.min(88f, x));
        float n = (float) Math.floor(at * LOG2_E + 0.5f);
        float r = at - n * LN2_HIGH - n * LN2_LOW;
        float p = 1.9875691500e-4f;
        p = p * r + 1.3981999507e-3f;
        p = p * r + 8.3334519073e-3f;
        p = p * r + 4.1665795894e-2f;
        p = p * r + 1.6666665459e-1f;
        p = p * r + 5.0000001201e-1f;
        return (p * r * r + r + 1) * Float.intBitsToFloat(((int) n + 127) << 23);
    }

    /** Natural logarithm of a positive normal float. */
    public static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        int exponent = (bits >>> 23) - 126;
        float m = Float.intBitsToFloat((bits & 0x007fffff) | 0x3f000000);
        if (m < SQRT_HALF) {
            exponent--;
            m += m;
        }
        m -= 1;
        float z = m * m;
        float p = 7.0376836292e-2f;
        p = p * m - 1.1514610310e-1f;
        p = p * m + 1.1676998740e-1f;
        p = p * m - 1.2420140846e-1f;
        p = p * m + 1.4249322787e-1f;
        p = p * m - 1.6668057665e-1f;
        p = p * m + 2.0000714765e-1f;
        p = p * m - 2.4999993993e-1f;
        p = p * m + 3.3333331174e-1f;
        float y = p * m * z + exponent * LN2_LOW - 0.5f * z;
        return m + y + exponent * LN2_HIGH;
    }

    public static float tanh(float x) {
        float e = exp(2 * Math.abs(x));
        float y = 1 - 2 / (e + 1);
        return x < 0 ? -y : y;
    }
}
