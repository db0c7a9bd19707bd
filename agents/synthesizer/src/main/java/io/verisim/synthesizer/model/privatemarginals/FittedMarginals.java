package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.numerics.Interruption;
import io.verisim.synthesizer.codec.Codec;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.PrivacySpend;
import io.verisim.synthesizer.model.PrivacyStatement;
import io.verisim.synthesizer.model.PrivateFit;
import io.verisim.synthesizer.model.SampleBlock;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The fitted model; all in it comes from noisy counts.
 *
 * @param rows noisy number of rows
 * @param released by column, the levels that may be told
 * @param cells by column
 * @param tree how the columns go together
 * @param statement what is promised
 */
record FittedMarginals(long rows, List<int[]> released, List<Cells> cells, Tree tree, PrivacyStatement statement)
        implements PrivateFit {

    static FittedMarginals of(Measured measured, PrivacyStatement statement) {
        List<Cells> cells =
                measured.columns().stream().map(MeasuredColumn::cells).toList();
        List<double[]> shares = new ArrayList<>();
        for (int p = 0; p < measured.pairs().size(); p++) {
            Pair pair = measured.pairs().get(p);
            shares.add(PairTable.of(
                    measured.counts().get(p),
                    cells.get(pair.one()),
                    cells.get(pair.other()),
                    measured.rows(),
                    measured.pairNoise()));
        }
        List<int[]> released = measured.columns().stream()
                .map(column -> column.values().levels())
                .toList();
        return new FittedMarginals(
                measured.rows(), released, cells, Tree.of(cells, measured.pairs(), shares), statement);
    }

    @Override
    public int[] released(int column) {
        return released.get(column).clone();
    }

    @Override
    public void sample(SampleBlock block, RandomGenerator random) {
        int[][] starts = cells.stream().map(Cells::starts).toArray(int[][]::new);
        int[] groups = new int[cells.size()];
        for (int row = 0; row < block.rows(); row++) {
            Interruption.checkAt(row);
            for (int column : tree.order()) {
                Cells of = cells.get(column);
                groups[column] = tree.draw(column, groups, of.groups(), random);
                int cell = of.cell(starts[column], groups[column], random);
                block.codes(column)[row] = of.codes()[cell];
                if (of.codes()[cell] == ModelColumn.NUMBER) {
                    block.numbers(column)[row] = of.number(cell, random);
                }
            }
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(rows);
        out.writeInt(cells.size());
        for (int column = 0; column < cells.size(); column++) {
            Codec.writeInts(out, released.get(column));
            cells.get(column).write(out);
        }
        tree.write(out);
        writeStatement(out);
    }

    private void writeStatement(DataOutput out) throws IOException {
        out.writeDouble(statement.epsilon());
        out.writeDouble(statement.delta());
        out.writeDouble(statement.rho());
        Codec.writeText(out, statement.neighbours());
        Codec.writeText(out, statement.covers());
        out.writeInt(statement.ledger().size());
        for (PrivacySpend spend : statement.ledger()) {
            Codec.writeText(out, spend.mechanism());
            out.writeDouble(spend.noise());
            out.writeDouble(spend.rho());
            out.writeDouble(spend.delta());
        }
    }

    static FittedMarginals read(DataInput in) throws IOException {
        long rows = in.readLong();
        int columns = Codec.readCount(in);
        List<int[]> released = new ArrayList<>();
        List<Cells> cells = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            released.add(Codec.readInts(in));
            cells.add(Cells.read(in));
        }
        return new FittedMarginals(rows, released, List.copyOf(cells), Tree.read(in), readStatement(in));
    }

    private static PrivacyStatement readStatement(DataInput in) throws IOException {
        double epsilon = in.readDouble();
        double delta = in.readDouble();
        double rho = in.readDouble();
        String neighbours = Codec.readText(in);
        String covers = Codec.readText(in);
        List<PrivacySpend> ledger = new ArrayList<>();
        for (int left = Codec.readCount(in); left > 0; left--) {
            ledger.add(new PrivacySpend(Codec.readText(in), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        return new PrivacyStatement(epsilon, delta, rho, neighbours, covers, ledger);
    }
}
