package io.verisim.synthesizer.model.gan.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.testkit.Property;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;

class ProductsTest {

    @Property(tries = 25, maxSize = 40)
    void aProductIsTheSumOfProducts(RandomGenerator random, int size) {
        int rows = 1 + random.nextInt(size + 1);
        int inner = 1 + random.nextInt(size + 140);
        int columns = 1 + random.nextInt(size + 520);
        int offset = random.nextInt(3);
        float[][] a = matrix(rows, offset + inner, random);
        float[][] b = matrix(inner, columns, random);
        float[][] c = matrix(rows, columns, random);
        double[][] wanted = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                wanted[i][j] = c[i][j];
                for (int l = 0; l < inner; l++) {
                    wanted[i][j] += (double) a[i][offset + l] * b[l][j];
                }
            }
        }
        Products.add(Parallel.alone(), a, offset, b, inner, c, columns);
        assertClose(c, wanted);
    }

    @Property(tries = 25, maxSize = 40)
    void aTransposedProductIsTheSumOverRows(RandomGenerator random, int size) {
        int rows = 1 + random.nextInt(size + 1);
        int inner = 1 + random.nextInt(size + 1);
        int columns = 1 + random.nextInt(size + 520);
        int offset = random.nextInt(3);
        float[][] a = matrix(rows, offset + inner, random);
        float[][] d = matrix(rows, columns, random);
        float[][] g = new float[inner][columns];
        double[][] wanted = new double[inner][columns];
        for (int k = 0; k < inner; k++) {
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i < rows; i++) {
                    wanted[k][j] += (double) a[i][offset + k] * d[i][j];
                }
            }
        }
        Products.addTransposed(Parallel.alone(), a, offset, d, g);
        assertClose(g, wanted);
    }

    @Property(tries = 10, maxSize = 60)
    void anyNumberOfThreadsGivesTheSameBits(RandomGenerator random, int size) {
        int rows = 1 + size;
        float[][] a = matrix(rows, 37, random);
        float[][] b = matrix(37, 61, random);
        float[][] one = new float[rows][61];
        Products.add(Parallel.alone(), a, 0, b, 37, one, 61);
        for (int threads = 2; threads <= 3; threads++) {
            float[][] other = new float[rows][61];
            try (Parallel parallel = Parallel.of(threads)) {
                Products.add(parallel, a, 0, b, 37, other, 61);
            }
            assertThat(other).isDeepEqualTo(one);
        }
    }

    @Property(tries = 20, maxSize = 40)
    void transposingTwiceGivesTheSame(RandomGenerator random, int size) {
        float[][] b = matrix(1 + size, 2 + random.nextInt(40), random);
        float[][] t = new float[b[0].length][b.length];
        float[][] again = new float[b.length][b[0].length];
        Products.transpose(Parallel.alone(), b, t);
        assertThat(t[1][size]).isEqualTo(b[size][1]);
        Products.transpose(Parallel.alone(), t, again);
        assertThat(again).isDeepEqualTo(b);
    }

    private static void assertClose(float[][] found, double[][] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            for (int j = 0; j < wanted[i].length; j++) {
                assertThat((double) found[i][j]).isCloseTo(wanted[i][j], Offset.offset(1e-4));
            }
        }
    }

    /** A third of the values are zero, as in coded rows. */
    private static float[][] matrix(int rows, int columns, RandomGenerator random) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextInt(3) == 0 ? 0 : (float) random.nextGaussian();
            }
        }
        return matrix;
    }
}
