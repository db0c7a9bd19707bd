package io.verisim.synthesizer.detector;

import java.util.stream.IntStream;

/** Area under the receiver operating characteristic. */
public final class RocCurve {

    private RocCurve() {}

    /**
     * The probability that a positive scores above a negative, ties counting half (Mann and Whitney,
     * doi:10.1214/aoms/1177730491).
     *
     * @return from 0 to 1; NaN where a class is empty
     */
    public static double area(double[] scores, boolean[] positive) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((a, b) -> Double.compare(scores[a], scores[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double rankSum = 0;
        long positives = 0;
        int from = 0;
        while (from < order.length) {
            int to = from;
            int inTie = 0;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                inTie += positive[order[to++]] ? 1 : 0;
            }
            rankSum += inTie * ((from + 1 + to) / 2.0);
            positives += inTie;
            from = to;
        }
        long negatives = scores.length - positives;
        return positives == 0 || negatives == 0
                ? Double.NaN
                : (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }
}
