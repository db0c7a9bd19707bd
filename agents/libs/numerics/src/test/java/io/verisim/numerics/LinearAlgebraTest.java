package io.verisim.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.testkit.Property;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

class LinearAlgebraTest {

    @Property(tries = 100, maxSize = 25)
    void theFactorTimesItsTransposeIsTheMatrix(RandomGenerator random, int size) {
        double[][] matrix = positiveDefinite(random, size + 1);
        double[][] lower = Cholesky.factor(matrix).orElseThrow();
        for (int i = 0; i <= size; i++) {
            for (int j = 0; j <= size; j++) {
                double sum = 0;
                for (int k = 0; k <= size; k++) {
                    sum += lower[i][k] * lower[j][k];
                }
                assertThat(sum).isCloseTo(matrix[i][j], within(1e-9));
            }
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteHasNoFactor() {
        assertThat(Cholesky.factor(new double[][] {{1, 2}, {2, 1}})).isEmpty();
        assertThat(Cholesky.factor(new double[][] {{1, 1}, {1, 1}})).isEmpty();
        assertThat(Cholesky.factor(new double[][] {{Double.NaN}})).isEmpty();
    }

    /** The example of Higham's paper (2002, section 4); its solution there has four decimals. */
    @Test
    void theNearestCorrelationMatrixIsHighams() {
        double[][] nearest = NearestCorrelation.of(new double[][] {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}});
        assertThat(nearest[0][1]).isCloseTo(0.7607, within(1e-4));
        assertThat(nearest[0][2]).isCloseTo(0.1573, within(1e-4));
        assertThat(nearest[1][2]).isCloseTo(0.7607, within(1e-4));
    }

    @Property(tries = 100, maxSize = 20)
    void theNearestCorrelationMatrixCanBeFactored(RandomGenerator random, int size) {
        int n = size + 2;
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                matrix[i][j] = random.nextDouble(-1, 1);
                matrix[j][i] = matrix[i][j];
            }
        }
        double[][] nearest = NearestCorrelation.of(matrix);
        assertThat(Cholesky.factor(nearest)).isPresent();
        for (int i = 0; i < n; i++) {
            assertThat(nearest[i][i]).isEqualTo(1);
            for (int j = 0; j < n; j++) {
                assertThat(nearest[i][j]).isBetween(-1.0, 1.0).isEqualTo(nearest[j][i]);
            }
        }
        double smallest = new EigenDecomposition(new Array2DRowRealMatrix(nearest)).getRealEigenvalues()[n - 1];
        assertThat(smallest).isGreaterThan(-1e-12);
    }

    @Test
    void aGoodCorrelationMatrixStaysAsItIs() {
        double[][] good = {{1, 0.5}, {0.5, 1}};
        assertThat(NearestCorrelation.of(good)).isDeepEqualTo(good);
    }

    private static double[][] positiveDefinite(RandomGenerator random, int n) {
        double[][] root = new double[n][n];
        for (double[] row : root) {
            for (int j = 0; j < n; j++) {
                row[j] = random.nextGaussian();
            }
        }
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    matrix[i][j] += root[i][k] * root[j][k];
                }
            }
            matrix[i][i] += 1;
        }
        return matrix;
    }
}
