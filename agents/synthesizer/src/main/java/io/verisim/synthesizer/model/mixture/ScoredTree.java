package io.verisim.synthesizer.model.mixture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A tree that may also look at scores of the other columns.
 *
 * @param scores at most {@value #MOST_SCORES}; empty where the tree does without
 */
record ScoredTree(ConditionalTree tree, List<Optional<AdditiveScore>> scores) {

    /** Scores of one column at most: one for each of its most frequent levels. */
    static final int MOST_SCORES = 3;

    private static final double LEAST_SHARE = 0.02;

    /**
     * Grows a tree with its scores.
     *
     * @param features with room for scores at the end, see {@link Features#withScores}
     */
    static ScoredTree grow(Features features, int[] usable, int[] codes, Coding coding, TreeSettings settings) {
        List<ScoreFit.Fitted> fitted = new ArrayList<>();
        if (usable.length > 1) {
            for (double[] target : targets(codes, coding)) {
                ScoreFit.fit(features, usable, target).ifPresent(fitted::add);
            }
        }
        Features all = features.withScores(
                fitted.stream().map(ScoreFit.Fitted::classes).toList());
        int[] withScores = IntStream.concat(
                        Arrays.stream(usable), IntStream.range(0, fitted.size()).map(features::score))
                .toArray();
        ConditionalTree tree = TreeGrower.grow(all, withScores, codes, coding, settings);
        List<Optional<AdditiveScore>> used = new ArrayList<>();
        for (int s = 0; s < fitted.size(); s++) {
            used.add(tree.looksAt(features.score(s)) ? Optional.of(fitted.get(s).score()) : Optional.empty());
        }
        return new ScoredTree(tree, List.copyOf(used));
    }

    /** What scores are to foretell: the rank of a number, or whether a row has one of the most frequent levels. */
    private static List<double[]> targets(int[] codes, Coding coding) {
        int[] counts = new int[coding.size()];
        for (int code : codes) {
            counts[code]++;
        }
        List<double[]> targets = new ArrayList<>();
        if (coding.isNumeric()) {
            double[] rank = new double[counts.length];
            double below = 0;
            for (int code = coding.levels(); code < counts.length; code++) {
                rank[code] = (2 * below + counts[code]) / codes.length;
                below += counts[code];
            }
            double middle = below / codes.length;
            targets.add(Arrays.stream(codes)
                    .mapToDouble(code -> code < coding.levels() ? 0 : rank[code] - middle)
                    .toArray());
            return targets;
        }
        int[] frequent = IntStream.range(0, counts.length)
                .filter(code -> counts[code] >= LEAST_SHARE * codes.length)
                .boxed()
                .sorted((a, b) -> counts[b] - counts[a])
                .mapToInt(Integer::intValue)
                .toArray();
        int wanted = Math.min(MOST_SCORES, frequent.length == 2 ? 1 : frequent.length);
        for (int at = 0; at < wanted; at++) {
            int level = frequent[frequent.length == 2 ? 1 : at];
            targets.add(Arrays.stream(codes)
                    .mapToDouble(code -> code == level ? 1 : 0)
                    .toArray());
        }
        return targets;
    }

    /** Makes ready for the rows of a block. */
    void look(byte[][] groups, int rows) {
        for (int s = 0; s < scores.size(); s++) {
            byte[] classes = groups[groups.length - MOST_SCORES + s];
            scores.get(s).ifPresent(score -> score.classes(groups, rows, classes));
        }
    }

    int draw(byte[][] groups, int row, RandomGenerator random) {
        return tree.draw(groups, row, random);
    }

    void write(DataOutput out) throws IOException {
        tree.write(out);
        out.writeByte(scores.size());
        for (Optional<AdditiveScore> score : scores) {
            out.writeBoolean(score.isPresent());
            if (score.isPresent()) {
                score.get().write(out);
            }
        }
    }

    static ScoredTree read(DataInput in) throws IOException {
        ConditionalTree tree = ConditionalTree.read(in);
        List<Optional<AdditiveScore>> scores = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            scores.add(in.readBoolean() ? Optional.of(AdditiveScore.read(in)) : Optional.empty());
        }
        return new ScoredTree(tree, List.copyOf(scores));
    }
}
