package io.verisim.synthesizer.model.gan;

import io.verisim.numerics.RandomStreams;
import io.verisim.synthesizer.model.FitSettings;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.synthesizer.model.TrainingCurve;
import io.verisim.synthesizer.model.TrainingCurve.Epoch;
import io.verisim.synthesizer.model.TrainingTable;
import io.verisim.synthesizer.model.gan.coding.CodedRows;
import io.verisim.synthesizer.model.gan.coding.Conditions;
import io.verisim.synthesizer.model.gan.coding.TableCoding;
import io.verisim.synthesizer.model.gan.network.Parallel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Fits a table: codes it, keeps some rows out, trains, scores the model after each round against those rows, and keeps
 * the best. It ends when the score has not risen for a while, which is a matter of rows and seed, never of time.
 */
final class GanFit {

    private static final int LEAST_ROWS_TO_HOLD_OUT = 500;
    private static final int HELD_OUT_SHARE = 10;
    private static final int MOST_HELD_OUT = 4_000;
    private static final int SCORED_ROWS = 4_096;
    private static final int MOST_STEPS = 200;

    private final TrainingTable table;
    private final GanSettings settings;
    private final FitSettings fit;
    private final RandomStreams streams;
    private final TableCoding coding;

    GanFit(TrainingTable table, GanSettings settings, FitSettings fit, RandomStreams streams, boolean scores) {
        this.table = table;
        this.settings = settings;
        this.fit = fit;
        this.streams = streams;
        coding = TableCoding.of(table, settings.levels(), scores);
    }

    FittedGan fit() {
        CodedRows all = coding.code(table, streams.with("modes").generator());
        int[] order = order();
        int heldOut =
                table.rows() < LEAST_ROWS_TO_HOLD_OUT ? 0 : Math.min(MOST_HELD_OUT, table.rows() / HELD_OUT_SHARE);
        CodedRows rows = all.some(IntStream.of(order).skip(heldOut).toArray());
        Conditions conditions = Conditions.of(coding, rows);
        Finishing finishing = new Finishing(coding, conditions, all, settings, streams.with("finish"));
        if (coding.width() == 0) {
            return finishing.finish(Parallel.alone(), finishing.untrained());
        }
        try (Parallel parallel = Parallel.of(fit.threads())) {
            Training training = new Training(coding, conditions, rows, settings, parallel, streams.with("training"));
            HeldOutScore score = score(
                    heldOut == 0 ? order : IntStream.of(order).limit(heldOut).toArray());
            return train(training, finishing, score, parallel, heldOut);
        }
    }

    private FittedGan train(
            Training training, Finishing finishing, HeldOutScore score, Parallel parallel, int heldOut) {
        int steps = Math.max(1, Math.min(MOST_STEPS, (table.rows() - heldOut) / settings.batch()));
        List<Epoch> epochs = new ArrayList<>();
        FittedGan best = finishing.finish(parallel, training.average());
        double highest = Double.NEGATIVE_INFINITY;
        int kept = 0;
        while (epochs.size() < settings.epochs() && epochs.size() - kept < settings.patience()) {
            Epoch losses = training.epoch(epochs.size() + 1, steps);
            FittedGan now = finishing.finish(parallel, training.average());
            double reached = score.of(scored(now));
            Epoch epoch = new Epoch(losses.epoch(), losses.generator(), losses.critic(), losses.wasserstein(), reached);
            epochs.add(epoch);
            if (reached > highest) {
                highest = reached;
                best = now;
                kept = epoch.epoch();
            }
            fit.progress().at(epochs.size(), settings.epochs(), sentence(epoch));
        }
        return best.withCurve(new TrainingCurve(epochs, kept, heldOut, epochs.size() < settings.epochs()));
    }

    private String sentence(Epoch epoch) {
        return String.format(
                Locale.ROOT,
                "Round %d of at most %d: generator %.3f, critic %.3f, distance %.3f, likeness %.4f",
                epoch.epoch(),
                settings.epochs(),
                epoch.generator(),
                epoch.critic(),
                epoch.wasserstein(),
                epoch.heldOut());
    }

    /** Rows of a model, drawn with the same numbers after every round. */
    private SampleBlock scored(FittedGan model) {
        SampleBlock block = new SampleBlock(table.numeric(), SCORED_ROWS);
        model.sample(block, streams.with("score").generator());
        return block;
    }

    private HeldOutScore score(int[] rows) {
        SampleBlock whole = table.toBlock();
        SampleBlock real = new SampleBlock(table.numeric(), rows.length);
        for (int i = 0; i < rows.length; i++) {
            real.copyRow(i, whole, rows[i]);
        }
        return new HeldOutScore(
                real, table.columns().stream().mapToInt(ModelColumn::levels).toArray());
    }

    private int[] order() {
        RandomGenerator random = streams.with("order").generator();
        int[] order = IntStream.range(0, table.rows()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int row = order[i];
            order[i] = order[other];
            order[other] = row;
        }
        return order;
    }
}
