package io.verisim.synthesizer.model.mixture;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.numerics.RandomStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CriticTest {

    private static final int ROWS = 8_000;
    private static final int TREES = 100;

    /** Share of real rows of which the second column equals the first. */
    private static final double ALIKE = 0.8;

    @Test
    void whatIsAcceptedHasTheDependenceOfTheRealRows() {
        byte[][] drawn = rows(0.5, 2);
        Critic critic = CriticFit.train(rows(ALIKE, 1), drawn, TREES, 2).orElseThrow();

        assertThat(alike(drawn, critic.judge(drawn, random(3)))).isBetween(ALIKE - 0.03, ALIKE + 0.03);
    }

    @Test
    void rowsThatCannotBeToldApartGetNoStrictCritic() {
        byte[][] drawn = rows(ALIKE, 2);
        CriticFit.train(rows(ALIKE, 1), drawn, TREES, 2)
                .ifPresent(critic -> assertThat(critic.most()).isLessThan(1.3));
    }

    @Test
    void aCriticThatWasWrittenAndReadJudgesTheSame() throws IOException {
        byte[][] drawn = rows(0.5, 2);
        Critic critic = CriticFit.train(rows(ALIKE, 1), drawn, TREES, 2).orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        critic.write(new DataOutputStream(bytes));
        Critic again = Critic.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(again.judge(drawn, random(3))).isEqualTo(critic.judge(drawn, random(3)));
    }

    private static byte[][] rows(double alike, long seed) {
        RandomGenerator random = random(seed);
        byte[][] groups = new byte[2][ROWS];
        for (int row = 0; row < ROWS; row++) {
            groups[0][row] = (byte) random.nextInt(2);
            groups[1][row] = (byte) (random.nextDouble() < alike ? groups[0][row] : 1 - groups[0][row]);
        }
        return groups;
    }

    private static double alike(byte[][] groups, boolean[] accepted) {
        int rows = 0;
        int alike = 0;
        for (int row = 0; row < accepted.length; row++) {
            rows += accepted[row] ? 1 : 0;
            alike += accepted[row] && groups[0][row] == groups[1][row] ? 1 : 0;
        }
        return (double) alike / rows;
    }

    private static RandomGenerator random(long seed) {
        return RandomStreams.of(seed).generator();
    }
}
