package io.verisim.synthesizer.model.gan;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingTable;
import java.util.List;
import java.util.random.RandomGenerator;

/** Tables to learn. */
final class Tables {

    private Tables() {}

    /** A category, a number in halves that depends on it, with a spike and gaps, and a flag that follows from both. */
    static TrainingTable dependent(int rows) {
        RandomGenerator random = RandomStreams.of(99).generator();
        int[] category = new int[rows];
        int[] level = new int[rows];
        double[] number = new double[rows];
        int[] flag = new int[rows];
        for (int row = 0; row < rows; row++) {
            category[row] = random.nextInt(10) < 5 ? 0 : 1 + random.nextInt(2);
            boolean missing = random.nextInt(20) == 0;
            level[row] = missing ? 0 : ModelColumn.NUMBER;
            double value = random.nextInt(4) == 0 ? 50 : 100 * category[row] + random.nextDouble() * 80;
            number[row] = missing ? 0 : Math.rint(value * 2) / 2;
            flag[row] = category[row] == 2 || number[row] > 150 ? 1 : 0;
        }
        return new TrainingTable(
                rows,
                List.of(
                        ModelColumn.category("category", 3, category),
                        new ModelColumn("number", 1, level, number),
                        ModelColumn.category("flag", 2, flag)));
    }

    /** Rows of a fitted model. */
    static SampleBlock drawn(FittedModel model, TrainingTable table, int rows) {
        SampleBlock block = new SampleBlock(table.numeric(), rows);
        model.sample(block, RandomStreams.of(6).generator());
        return block;
    }
}
