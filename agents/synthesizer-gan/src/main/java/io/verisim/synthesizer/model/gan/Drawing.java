package io.verisim.synthesizer.model.gan;

import io.verisim.synthesizer.model.gan.coding.CodedRows;
import io.verisim.synthesizer.model.gan.coding.Conditions;
import io.verisim.synthesizer.model.gan.coding.TableCoding;
import io.verisim.synthesizer.model.gan.network.Elementary;
import io.verisim.synthesizer.model.gan.network.Generator;
import io.verisim.synthesizer.model.gan.network.Heads;
import io.verisim.synthesizer.model.gan.network.Heads.Head;
import io.verisim.synthesizer.model.gan.network.Parallel;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws rows from a generator, a batch at a time. Has memory of its own; for one thread. */
final class Drawing {

    private final TableCoding coding;
    private final Conditions conditions;
    private final Generator generator;
    private final int noise;
    private final Generator.Pass pass;

    Drawing(TableCoding coding, Conditions conditions, Generator generator, int noise, int rows) {
        this.coding = coding;
        this.conditions = conditions;
        this.generator = generator;
        this.noise = noise;
        pass = generator.pass(rows);
    }

    /** Fills the generator's inputs: noise, and a condition drawn by its frequency. */
    Generator.Pass inputs(RandomGenerator random) {
        for (float[] row : pass.rows()) {
            int at = pass.inputOffset();
            for (int k = 0; k < noise; k++) {
                row[at + k] = (float) random.nextGaussian();
            }
            conditions.write(conditions.draw(false, random), row, at + noise);
        }
        return pass;
    }

    /** One batch, with norms as they were frozen. */
    CodedRows draw(Parallel parallel, RandomGenerator random) {
        inputs(random);
        generator.apply(parallel, pass);
        return choose(random);
    }

    /** A choice for every logit of the pass, by its probability. */
    CodedRows choose(RandomGenerator random) {
        List<Head> heads = coding.heads();
        CodedRows rows = CodedRows.empty(coding, pass.rows().length);
        float[] probability = new float[coding.width()];
        for (int row = 0; row < pass.rows().length; row++) {
            float[] logit = pass.logits()[row];
            for (int j = 0; j < heads.size(); j++) {
                Head head = heads.get(j);
                Heads.softmax(logit, probability, head.from(), head.to());
                rows.choice(j)[row] = drawn(probability, head, random.nextFloat());
                if (head.scalar() >= 0) {
                    rows.place(j)[row] = Elementary.tanh(logit[head.scalar()]);
                }
            }
        }
        return rows;
    }

    private static int drawn(float[] probability, Head head, float draw) {
        float rest = draw;
        int at = head.from();
        while (at < head.to() - 1 && rest >= probability[at]) {
            rest -= probability[at++];
        }
        return at - head.from();
    }
}
