package io.verisim.synthesizer.declared;

import io.verisim.model.message.MessageCodec;
import io.verisim.numerics.Distribution;
import io.verisim.numerics.Normal;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.condition.NumberSet;
import io.verisim.synthesizer.model.Conditions;
import io.verisim.synthesizer.model.FittedModel;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Draws each column by its quantile function from a uniform number; those that are correlated from numbers Φ(z) with z
 * multivariate normal (a Gaussian copula). What is asked of an uncorrelated column of numbers narrows its uniform number,
 * so that a truncated distribution costs no more than a whole one. Immutable.
 */
public final class DeclaredModel implements FittedModel {

    /** Name under which the model is kept in a recipe; it cannot be fitted. */
    public static final String NAME = "declared";

    private static final TypeReference<List<DeclaredColumn>> COLUMNS = new TypeReference<>() {};

    private final List<DeclaredColumn> columns;
    private final List<Optional<Distribution>> laws = new ArrayList<>();
    private final int[] place;
    private final double[][] factor;

    /**
     * A model.
     *
     * @param correlated numbers of the columns that are correlated
     * @param factor lower triangle L, with L·Lᵀ their correlation matrix
     * @throws IllegalArgumentException where a distribution has no such parameters
     */
    public DeclaredModel(List<DeclaredColumn> columns, int[] correlated, double[][] factor) {
        this.columns = List.copyOf(columns);
        this.factor = factor;
        place = new int[columns.size()];
        java.util.Arrays.fill(place, -1);
        for (int i = 0; i < correlated.length; i++) {
            place[correlated[i]] = i;
        }
        for (DeclaredColumn column : columns) {
            laws.add(
                    column.isNumber()
                            ? Optional.of(Distribution.of(column.distribution(), column.parameters()))
                            : Optional.empty());
        }
    }

    /** Whether each column has numbers. */
    public List<Boolean> numeric() {
        return columns.stream().map(DeclaredColumn::isNumber).toList();
    }

    /** Between what numbers nearly all values of a column of numbers lie. */
    public double[] span(int column) {
        Distribution law = laws.get(column).orElseThrow();
        double low = law.quantile(0);
        double high = law.quantile(1);
        return new double[] {
            Double.isFinite(low) ? low : law.quantile(1e-3), Double.isFinite(high) ? high : law.quantile(1 - 1e-3)
        };
    }

    @Override
    public void sample(SampleBlock block, RandomGenerator random) {
        draw(block, new @Nullable NumberSet[columns.size()], random);
    }

    @Override
    public void sampleWhere(SampleBlock block, Conditions allowed, RandomGenerator random) {
        @Nullable NumberSet[] parts = new @Nullable NumberSet[columns.size()];
        for (int column = 0; column < parts.length; column++) {
            int at = column;
            if (place[column] < 0 && columns.get(column).isNumber()) {
                parts[column] = allowed.of(column)
                        .map(r -> DeclaredColumn.probabilities(laws.get(at).orElseThrow(), r.low(), r.high()))
                        .filter(part -> part.intervals().size() == 1)
                        .orElse(null);
            }
        }
        FittedModel narrowed = new FittedModel() {
            @Override
            public void sample(SampleBlock rows, RandomGenerator source) {
                draw(rows, parts, source);
            }

            @Override
            public void write(DataOutput out) {
                throw new IllegalStateException("Never written");
            }
        };
        narrowed.sampleWhere(block, allowed, random);
    }

    private void draw(SampleBlock block, @Nullable NumberSet[] parts, RandomGenerator random) {
        double[] normal = new double[factor.length];
        double[] independent = new double[factor.length];
        for (int row = 0; row < block.rows(); row++) {
            for (int i = 0; i < normal.length; i++) {
                independent[i] = Normal.quantile(open(random));
                normal[i] = 0;
                for (int k = 0; k <= i; k++) {
                    normal[i] += factor[i][k] * independent[k];
                }
            }
            for (int column = 0; column < columns.size(); column++) {
                double uniform = place[column] >= 0 ? Normal.cdf(normal[place[column]]) : open(random);
                NumberSet part = parts[column];
                if (part != null) {
                    uniform = part.low() + uniform * (part.high() - part.low());
                }
                set(block, row, column, uniform, random);
            }
        }
    }

    private void set(SampleBlock block, int row, int column, double uniform, RandomGenerator random) {
        DeclaredColumn declared = columns.get(column);
        boolean missing = declared.nullRate() > 0 && random.nextDouble() < declared.nullRate();
        if (missing) {
            block.codes(column)[row] = declared.missing();
        } else if (declared.isNumber()) {
            block.codes(column)[row] = ModelColumn.NUMBER;
            block.numbers(column)[row] = laws.get(column).orElseThrow().quantile(uniform);
        } else {
            block.codes(column)[row] = level(declared.weights(), uniform);
        }
    }

    private static int level(List<Double> weights, double uniform) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform * total;
        int last = 0;
        for (int level = 0; level < weights.size(); level++) {
            if (weights.get(level) > 0) {
                last = level;
                left -= weights.get(level);
                if (left < 0) {
                    break;
                }
            }
        }
        return last;
    }

    private static double open(RandomGenerator random) {
        return ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        Codec.writeText(out, MessageCodec.mapper().writeValueAsString(columns));
        Codec.writeInts(out, place);
        out.writeInt(factor.length);
        for (double[] row : factor) {
            Codec.writeDoubles(out, row);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static DeclaredModel read(DataInput in) throws IOException {
        List<DeclaredColumn> columns = MessageCodec.mapper().readValue(Codec.readText(in), COLUMNS);
        int[] place = Codec.readInts(in);
        double[][] factor = new double[Codec.readCount(in)][];
        int[] correlated = new int[factor.length];
        for (int i = 0; i < factor.length; i++) {
            factor[i] = Codec.readDoubles(in);
        }
        for (int column = 0; column < place.length; column++) {
            if (place[column] >= 0) {
                correlated[place[column]] = column;
            }
        }
        return new DeclaredModel(columns, correlated, factor);
    }
}
