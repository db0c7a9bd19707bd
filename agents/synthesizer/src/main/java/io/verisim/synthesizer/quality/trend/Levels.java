package io.verisim.synthesizer.quality.trend;

import io.verisim.synthesizer.quality.data.AlignedColumn;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.Side;

/**
 * A column as whole numbers from 0 to {@code count − 1}, real and synthetic in the same terms: categories with missing as
 * a level of its own, or numbers cut into bins.
 *
 * @param real level by real row
 * @param synthetic level by synthetic row
 * @param count number of possible levels
 */
public record Levels(int[] real, int[] synthetic, int count) {

    /** The levels of a column; numbers are binned on each side's own range. */
    public static Levels of(AlignedColumn column) {
        return switch (column) {
            case CategoryColumn c ->
                new Levels(
                        shifted(c.codes(Side.REAL)),
                        shifted(c.codes(Side.SYNTHETIC)),
                        c.categories().size() + 1);
            case NumberColumn n -> binned(n, Discretisation.edges(n.numbers(Side.SYNTHETIC)), false);
        };
    }

    /** The levels of a column, numbers binned on the real range on both sides, the outer bins open. */
    public static Levels onRealEdges(AlignedColumn column) {
        return column instanceof NumberColumn n
                ? binned(n, Discretisation.openEdges(n.numbers(Side.REAL)), true)
                : of(column);
    }

    private static Levels binned(NumberColumn column, double[] syntheticEdges, boolean sameForReal) {
        double[] real = column.numbers(Side.REAL);
        double[] realEdges = sameForReal ? syntheticEdges : Discretisation.edges(real);
        return new Levels(
                Discretisation.codes(real, realEdges),
                Discretisation.codes(column.numbers(Side.SYNTHETIC), syntheticEdges),
                Discretisation.TOP + 1);
    }

    private static int[] shifted(int[] codes) {
        int[] levels = new int[codes.length];
        for (int row = 0; row < codes.length; row++) {
            levels[row] = codes[row] + 1;
        }
        return levels;
    }
}
