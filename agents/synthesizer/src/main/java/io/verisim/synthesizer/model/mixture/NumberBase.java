package io.verisim.synthesizer.model.mixture;

import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a number is about, given columns drawn before: a sum of weights of levels, slopes times numbers, and slopes times
 * products of two numbers. What is left over, a summand or a factor, is drawn from a tree.
 *
 * @param intercept constant part
 * @param columns the columns that count
 * @param levelWeights weight of each level of those columns
 * @param slopes weight of the number of those columns; 0 for category columns
 * @param pairs columns of each product, two by two
 * @param pairSlopes weight of each product
 * @param isShare whether the rest is a factor, and the base above 0 everywhere
 */
@SuppressWarnings("ArrayRecordComponent")
record NumberBase(
        double intercept,
        int[] columns,
        double[][] levelWeights,
        double[] slopes,
        int[] pairs,
        double[] pairSlopes,
        boolean isShare) {

    /** The product of two columns times a factor. */
    static NumberBase product(int first, int second, double factor) {
        return new NumberBase(
                0, new int[0], new double[0][], new double[0], new int[] {first, second}, new double[] {factor}, false);
    }

    /** A column of numbers above 0, of which the other is a share. */
    static NumberBase share(int column) {
        return new NumberBase(
                0, new int[] {column}, new double[1][0], new double[] {1}, new int[0], new double[0], true);
    }

    /** What is left of a number beyond what is foretold. */
    double rest(double number, double foretold) {
        return isShare ? number / foretold : number - foretold;
    }

    /** The way back from {@link #rest}. */
    double number(double foretold, double rest) {
        return isShare ? foretold * rest : foretold + rest;
    }

    double predict(SampleBlock block, int row) {
        double sum = intercept;
        for (int c = 0; c < columns.length; c++) {
            int column = columns[c];
            int code = block.codes(column)[row];
            sum += code == ModelColumn.NUMBER ? slopes[c] * block.numbers(column)[row] : levelWeights[c][code];
        }
        for (int p = 0; p < pairSlopes.length; p++) {
            sum += pairSlopes[p] * product(block, pairs[2 * p], pairs[2 * p + 1], row);
        }
        return sum;
    }

    /** The product of two numbers, 0 where one is none. */
    static double product(SampleBlock block, int first, int second, int row) {
        boolean both = block.codes(first)[row] == ModelColumn.NUMBER && block.codes(second)[row] == ModelColumn.NUMBER;
        return both ? block.numbers(first)[row] * block.numbers(second)[row] : 0;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(intercept);
        Codec.writeInts(out, columns);
        for (double[] weights : levelWeights) {
            Codec.writeDoubles(out, weights);
        }
        Codec.writeDoubles(out, slopes);
        Codec.writeInts(out, pairs);
        Codec.writeDoubles(out, pairSlopes);
        out.writeBoolean(isShare);
    }

    static NumberBase read(DataInput in) throws IOException {
        double intercept = in.readDouble();
        int[] columns = Codec.readInts(in);
        double[][] levelWeights = new double[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            levelWeights[c] = Codec.readDoubles(in);
        }
        return new NumberBase(
                intercept,
                columns,
                levelWeights,
                Codec.readDoubles(in),
                Codec.readInts(in),
                Codec.readDoubles(in),
                in.readBoolean());
    }
}
