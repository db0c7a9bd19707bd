package io.verisim.synthesizer.model.privatemarginals;

import io.verisim.synthesizer.model.ModelColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Groups what was measured of a column: a level that is frequent enough by itself, the other levels together, numbers in
 * runs. Looks at noisy counts alone.
 */
final class Grouping {

    /** Public levels whose noisy count is below so many times the noise are taken for absent. */
    private static final double ABSENT = 3;

    /** What a cell was measured as. */
    enum Kind {
        LEVEL,
        NUMBER,
        INTERVAL
    }

    private record Cell(Kind kind, int place, double low, double high, double count) {}

    private final List<Cell> levels = new ArrayList<>();
    private final List<Cell> numbers = new ArrayList<>();
    private final List<List<Cell>> groups = new ArrayList<>();

    Grouping(Values values, Intervals intervals, double sigma) {
        for (int i = 0; i < values.levels().length; i++) {
            if (values.levelCounts()[i] >= ABSENT * sigma) {
                levels.add(new Cell(Kind.LEVEL, i, 0, 0, values.levelCounts()[i]));
            }
        }
        for (int i = 0; i < values.numbers().length; i++) {
            double number = values.numbers()[i];
            numbers.add(new Cell(Kind.NUMBER, i, number, number, values.numberCounts()[i]));
        }
        for (int i = 0; i < intervals.counts().length; i++) {
            numbers.add(new Cell(
                    Kind.INTERVAL,
                    i,
                    intervals.low()[i],
                    intervals.high()[i],
                    intervals.counts()[i]));
        }
        levels.sort(Comparator.comparingDouble(cell -> -cell.count()));
        numbers.sort(Comparator.comparingDouble(Cell::low).thenComparingDouble(Cell::high));
    }

    boolean isEmpty() {
        return levels.isEmpty() && numbers.isEmpty();
    }

    /** In about so many groups. */
    Grouping into(int wanted) {
        double least = (total(levels) + total(numbers)) / wanted;
        List<Cell> rare = new ArrayList<>();
        for (Cell level : levels) {
            if (level.count() * 2 >= least) {
                groups.add(List.of(level));
            } else {
                rare.add(level);
            }
        }
        addIfAny(rare);
        List<Cell> run = new ArrayList<>();
        for (Cell number : numbers) {
            if (!run.isEmpty() && number.count() >= least) {
                addIfAny(run);
                run = new ArrayList<>();
            }
            run.add(number);
            if (total(run) >= least) {
                addIfAny(run);
                run = new ArrayList<>();
            }
        }
        addIfAny(run);
        return this;
    }

    private void addIfAny(List<Cell> group) {
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
    }

    private static double total(List<Cell> cells) {
        return cells.stream().mapToDouble(Cell::count).sum();
    }

    /** The group of each level, number or interval by its place; −1 for one that is taken for absent. */
    int[] groupOf(Kind kind, int places) {
        int[] groupOf = new int[places];
        Arrays.fill(groupOf, -1);
        for (int g = 0; g < groups.size(); g++) {
            for (Cell cell : groups.get(g)) {
                if (cell.kind() == kind) {
                    groupOf[cell.place()] = g;
                }
            }
        }
        return groupOf;
    }

    Cells cells(double step) {
        List<Cell> all = groups.stream().flatMap(List::stream).toList();
        double total = total(all);
        int[] group = new int[all.size()];
        double[] upTo = new double[all.size()];
        double[] mass = new double[groups.size()];
        int at = 0;
        for (int g = 0; g < mass.length; g++) {
            double whole = total(groups.get(g));
            double sum = 0;
            for (Cell cell : groups.get(g)) {
                sum += cell.count();
                group[at] = g;
                upTo[at++] = sum / whole;
            }
            mass[g] = whole / total;
        }
        return new Cells(
                all.stream()
                        .mapToInt(cell -> cell.kind() == Kind.LEVEL ? cell.place() : ModelColumn.NUMBER)
                        .toArray(),
                all.stream().mapToDouble(Cell::low).toArray(),
                all.stream().mapToDouble(Cell::high).toArray(),
                group,
                upTo,
                mass,
                step);
    }
}
