package io.verisim.numerics;

/**
 * The standard normal distribution. Relative errors below 1e-13, in the tails too; NaN gives NaN.
 *
 * <p>Distribution function: W. J. Cody, "Rational Chebyshev approximations for the error function",
 * doi:10.1090/S0025-5718-1969-0247736-4, in the form of Algorithm 715, doi:10.1145/151271.151273. Quantile: M. J.
 * Wichura, "Algorithm AS 241", doi:10.2307/2347330, routine PPND16.
 */
public final class Normal {

    private static final double SQRT_2PI_INVERSE = 0.398942280401432677939946;
    private static final double SMALL = 0.66291;
    private static final double LARGE = 5.656854249492380195206754896838; // sqrt(32)

    private static final double[] A = {
        2.2352520354606839287,
        161.02823106855587881,
        1067.6894854603709582,
        18154.981253343561249,
        .065682337918207449113
    };
    private static final double[] B = {
        47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956
    };
    private static final double[] C = {
        .39894151208813466764,
        8.8831497943883759412,
        93.506656132177855979,
        597.27027639480026226,
        2494.5375852903726711,
        6848.1904505362823326,
        11602.651437647350124,
        9842.7148383839780218,
        1.0765576773720192317e-8
    };
    private static final double[] D = {
        22.266688044328115691,
        235.38790178262499861,
        1519.377599407554805,
        6485.558298266760755,
        18615.571640885098091,
        34900.952721145977266,
        38912.003286093271411,
        19685.429676859990727
    };
    private static final double[] P = {
        .21589853405795699,
        .1274011611602473639,
        .022235277870649807,
        .001421619193227893466,
        2.9112874951168792e-5,
        .02307344176494017303
    };
    private static final double[] Q = {
        1.28426009614491121, .468238212480865118, .0659881378689285515, .00378239633202758244, 7.29751555083966205e-5
    };

    private Normal() {}

    /** Density at {@code x}. */
    public static double density(double x) {
        return SQRT_2PI_INVERSE * StrictMath.exp(-0.5 * x * x);
    }

    /** Probability of a value up to {@code x}; 0 and 1 at the infinities. */
    public static double cdf(double x) {
        double y = Math.abs(x);
        if (y <= SMALL) {
            return 0.5 + central(x);
        }
        double tail = upperTail(y);
        return x > 0 ? 1 - tail : tail;
    }

    /** Probability of a value above {@code x}: {@code 1 - cdf(x)} without the cancellation. */
    public static double survival(double x) {
        return cdf(-x);
    }

    /**
     * The value that a draw is below with probability {@code p}; the infinities at 0 and 1.
     *
     * @throws IllegalArgumentException where p is outside [0, 1]
     */
    public static double quantile(double p) {
        if (p < 0 || p > 1) {
            throw new IllegalArgumentException("A probability lies between 0 and 1, not at " + p);
        }
        double q = p - 0.5;
        if (Math.abs(q) <= 0.425) {
            return quantileCentral(q);
        }
        if (p == 0 || p == 1) {
            return p == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double r = StrictMath.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double tail = r <= 5 ? quantileTail(r - 1.6) : quantileFarTail(r - 5);
        return q < 0 ? -tail : tail;
    }

    private static double central(double x) {
        double square = x * x;
        double numerator = A[4] * square;
        double denominator = square;
        for (int i = 0; i < 3; i++) {
            numerator = (numerator + A[i]) * square;
            denominator = (denominator + B[i]) * square;
        }
        return x * (numerator + A[3]) / (denominator + B[3]);
    }

    private static double upperTail(double y) {
        double ratio = y <= LARGE ? ratioMiddle(y) : ratioFar(y);
        // exp(-y²/2) in two factors: y to sixteenths is squared without rounding
        double coarse = Math.floor(y * 16) / 16;
        double rest = (y - coarse) * (y + coarse);
        return y > 39 ? 0 : StrictMath.exp(-coarse * coarse * 0.5) * StrictMath.exp(-rest * 0.5) * ratio;
    }

    private static double ratioMiddle(double y) {
        double numerator = C[8] * y;
        double denominator = y;
        for (int i = 0; i < 7; i++) {
            numerator = (numerator + C[i]) * y;
            denominator = (denominator + D[i]) * y;
        }
        return (numerator + C[7]) / (denominator + D[7]);
    }

    private static double ratioFar(double y) {
        double square = 1 / (y * y);
        double numerator = P[5] * square;
        double denominator = square;
        for (int i = 0; i < 4; i++) {
            numerator = (numerator + P[i]) * square;
            denominator = (denominator + Q[i]) * square;
        }
        double correction = square * (numerator + P[4]) / (denominator + Q[4]);
        return (SQRT_2PI_INVERSE - correction) / y;
    }

    private static double quantileCentral(double q) {
        double r = 0.180625 - q * q;
        double numerator = horner(
                r,
                2509.0809287301226727,
                33430.575583588128105,
                67265.770927008700853,
                45921.953931549871457,
                13731.693765509461125,
                1971.5909503065514427,
                133.14166789178437745,
                3.387132872796366608);
        double denominator = horner(
                r,
                5226.495278852545925,
                28729.085735721942674,
                39307.89580009271061,
                21213.794301586595867,
                5394.1960214247511077,
                687.1870074920579083,
                42.313330701600911252,
                1);
        return q * numerator / denominator;
    }

    private static double quantileTail(double r) {
        double numerator = horner(
                r,
                7.7454501427834140764e-4,
                .0227238449892691845833,
                .24178072517745061177,
                1.27045825245236838258,
                3.64784832476320460504,
                5.7694972214606914055,
                4.6303378461565452959,
                1.42343711074968357734);
        double denominator = horner(
                r,
                1.05075007164441684324e-9,
                5.475938084995344946e-4,
                .0151986665636164571966,
                .14810397642748007459,
                .68976733498510000455,
                1.6763848301838038494,
                2.05319162663775882187,
                1);
        return numerator / denominator;
    }

    private static double quantileFarTail(double r) {
        double numerator = horner(
                r,
                2.01033439929228813265e-7,
                2.71155556874348757815e-5,
                .0012426609473880784386,
                .026532189526576123093,
                .29656057182850489123,
                1.7848265399172913358,
                5.4637849111641143699,
                6.6579046435011037772);
        double denominator = horner(
                r,
                2.04426310338993978564e-15,
                1.4215117583164458887e-7,
                1.8463183175100546818e-5,
                7.868691311456132591e-4,
                .0148753612908506148525,
                .13692988092273580531,
                .59983220655588793769,
                1);
        return numerator / denominator;
    }

    private static double horner(double x, double... highestFirst) {
        double value = 0;
        for (double coefficient : highestFirst) {
            value = value * x + coefficient;
        }
        return value;
    }
}
