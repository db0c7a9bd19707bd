package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.marginal.NumberBins;

/**
 * The few classes by which a tree judges how well a split sorts a column. A category counts for itself where it is among
 * the most frequent; numbers are cut in classes of about equal size and judged by position, spread and class. The worth
 * of a set of rows is the sum over outputs of (sum of the output)²/rows, which a good split raises.
 */
final class TargetClasses {

    private static final int MAX_CLASSES = Coding.MAX_GROUPS;
    private static final int NUMBER_CLASSES = 20;
    private static final int MAX_LEVELS = 3;

    /** Class of each code. */
    final int[] classOf;

    /** Outputs of each class: {@code output[class][d]}. */
    final double[][] outputs;

    private TargetClasses(int[] classOf, double[][] outputs) {
        this.classOf = classOf;
        this.outputs = outputs;
    }

    static TargetClasses of(Coding coding, int[] codes) {
        int[] counts = new int[coding.size()];
        for (int code : codes) {
            counts[code]++;
        }
        NumberBins bins = coding.bins();
        return bins == null ? categories(coding, counts) : numbers(coding, bins, counts, codes.length);
    }

    private static TargetClasses categories(Coding coding, int[] counts) {
        int[] classOf = new int[counts.length];
        int classes = 0;
        for (int code = 0; code < counts.length; code++) {
            classOf[code] = Math.min(coding.groups()[code], MAX_CLASSES - 1);
            classes = Math.max(classes, classOf[code] + 1);
        }
        double[][] outputs = new double[classes][classes];
        for (int c = 0; c < classes; c++) {
            outputs[c][c] = 1;
        }
        return new TargetClasses(classOf, outputs);
    }

    private static TargetClasses numbers(Coding coding, NumberBins bins, int[] counts, int rows) {
        int levels = Math.min(coding.levels(), MAX_LEVELS);
        int[] classOf = new int[counts.length];
        int[] size = new int[levels + bins.size()];
        for (int code = 0; code < coding.levels(); code++) {
            classOf[code] = Math.min(code, levels - 1);
            size[classOf[code]] += counts[code];
        }
        int at = levels;
        int least = Math.max(1, rows / NUMBER_CLASSES);
        for (int code = coding.levels(); code < counts.length; code++) {
            boolean spike = counts[code] >= least;
            if (size[at] > 0 && (spike || size[at] + counts[code] > least + least / 2)) {
                at++;
            }
            classOf[code] = at;
            size[at] += counts[code];
            if (spike && code < counts.length - 1) {
                at++;
            }
        }
        return new TargetClasses(classOf, scores(size, levels, size[at] == 0 ? at : at + 1, least));
    }

    private static double[][] scores(int[] size, int levels, int classes, int least) {
        long total = 0;
        for (int c = levels; c < classes; c++) {
            total += size[c];
        }
        double[][] outputs = new double[classes][2 + classes];
        long below = 0;
        for (int c = 0; c < classes; c++) {
            if (c >= levels) {
                double rank = total == 0 ? 0 : 2.0 * (below + size[c] / 2.0) / total - 1;
                outputs[c][0] = rank * 1.7;
                outputs[c][1] = (rank * rank - 1.0 / 3) * 1.7;
                below += size[c];
            }
            outputs[c][2 + c] = c < levels || size[c] > 2 * least ? 1.5 : 1;
        }
        return outputs;
    }

    int classes() {
        return outputs.length;
    }

    int dimensions() {
        return outputs.length == 0 ? 0 : outputs[0].length;
    }
}
