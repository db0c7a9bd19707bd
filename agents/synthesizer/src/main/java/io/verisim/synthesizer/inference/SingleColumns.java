package io.verisim.synthesizer.inference;

import io.verisim.model.table.ColumnType;
import io.verisim.synthesizer.condition.Layout;
import io.verisim.synthesizer.constraint.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What single columns keep. */
final class SingleColumns {

    private static final int LEAST_ROWS = 20;
    private static final int MOST_VALUES = 20;
    private static final int OFTEN = 5;

    private final Layout layout;

    SingleColumns(Layout layout) {
        this.layout = layout;
    }

    List<Offer> offers(ColumnView view) {
        List<Offer> offers = new ArrayList<>();
        int rows = view.column().rows();
        if (view.present() < LEAST_ROWS) {
            return offers;
        }
        if (view.column().missing() == 0) {
            offers.add(Offer.of(new Constraint.Required(view.name()), rows, 0, null));
        }
        if (view.isUnique() && view.schema().type() != ColumnType.DECIMAL) {
            offers.add(Offer.of(new Constraint.Unique(List.of(view.name())), view.present(), 0, chanceOfUnique(view)));
        }
        boolean counter = view.isUnique() && view.schema().type() == ColumnType.INTEGER;
        if (counter) {
            return offers;
        }
        if (ConstraintInference.isOrdered(view.schema().type())) {
            range(view).ifPresent(offers::add);
        } else {
            enumeration(view).or(() -> pattern(view)).ifPresent(offers::add);
        }
        return offers;
    }

    /** Numbers on a grid would repeat by chance, were they drawn from between the ends; texts tell nothing. */
    private static @org.jspecify.annotations.Nullable Double chanceOfUnique(ColumnView view) {
        double[] sorted = view.sorted();
        if (sorted.length < 2 || view.schema().type() != ColumnType.INTEGER) {
            return null;
        }
        double values = sorted[sorted.length - 1] - sorted[0] + 1;
        double pairs = sorted.length * (sorted.length - 1.0) / 2;
        return -pairs / values / StrictMath.log(10);
    }

    /**
     * The least and the greatest value. That they are limits, not only the ends of what was seen, is likely where many
     * rows lie exactly there: under a smooth law the chance that so many rows equal the outermost one is small.
     */
    private Optional<Offer> range(ColumnView view) {
        double[] sorted = view.sorted();
        if (sorted.length < LEAST_ROWS || sorted[0] == sorted[sorted.length - 1]) {
            return Optional.empty();
        }
        int atLow = 1;
        while (sorted[atLow] == sorted[0]) {
            atLow++;
        }
        int atHigh = 1;
        while (sorted[sorted.length - 1 - atHigh] == sorted[sorted.length - 1]) {
            atHigh++;
        }
        int distinct = view.column().dictionary().size();
        double each = Math.min(0.5, 1.0 / distinct);
        double chance = (atLow + atHigh - 2) * StrictMath.log10(each * 2);
        Constraint range = new Constraint.Range(
                view.name(), text(view, sorted[0]), text(view, sorted[sorted.length - 1]), null, null);
        return Optional.of(Offer.of(range, sorted.length, 0, Math.min(0, chance)));
    }

    private Object text(ColumnView view, double number) {
        if (!view.isTime()) {
            if (number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE) {
                return (int) number;
            }
            return number;
        }
        int column = layout.find(view.name()).orElseThrow();
        return view.column().dictionary().stream()
                .filter(text -> layout.number(column, text) == number)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Offer> enumeration(ColumnView view) {
        List<String> values = view.column().dictionary();
        int[] counts = view.column().counts();
        if (values.size() > MOST_VALUES || view.schema().type() == ColumnType.BOOLEAN) {
            return Optional.empty();
        }
        for (int count : counts) {
            if (count < OFTEN) {
                return Optional.empty();
            }
        }
        Constraint constraint = new Constraint.Enumeration(
                view.name(),
                values.stream().sorted().map(value -> (Object) value).toList());
        return Optional.of(Offer.of(constraint, view.present(), 0, null));
    }

    private static Optional<Offer> pattern(ColumnView view) {
        return CommonPattern.of(view.column())
                .map(regex -> Offer.of(
                        new Constraint.Pattern(view.name(), regex.regex()), view.present(), 0, regex.chanceLog10()));
    }
}
