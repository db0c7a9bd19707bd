package io.verisim.synthesizer.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.verisim.synthesizer.constraint.Constraint;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConstraintInferenceTest {

    private static final int ROWS = 600;
    private static final List<List<String>> PLACES = List.of(
            List.of("Bonn", "NW"),
            List.of("Köln", "NW"),
            List.of("Kiel", "SH"),
            List.of("Ulm", "BW"),
            List.of("Jena", "TH"));

    private final List<Offer> offers = offers(0);

    @Test
    void whatWasPlantedIsOffered() {
        assertThat(offers)
                .extracting(Offer::constraint)
                .contains(
                        new Constraint.Required("code"),
                        new Constraint.Unique(List.of("code")),
                        new Constraint.Pattern("code", "[A-Z]{2}\\-\\d{4}"),
                        new Constraint.Enumeration("state", List.of("BW", "NW", "SH", "TH")),
                        new Constraint.Inequality("start", "end", null, null),
                        new Constraint.FixedCombinations(List.of("city", "state"), null),
                        new Constraint.Range("score", 0, 100, null, null));
        assertThat(offers).extracting(Offer::constraint).doesNotContain(new Constraint.Required("end"));
    }

    @Test
    void whatIsChanceIsNotOffered() {
        assertThat(offers)
                .extracting(Offer::constraint)
                .noneMatch(c -> c instanceof Constraint.FixedCombinations f
                        && f.columns().contains("colour"))
                .noneMatch(c -> c instanceof Constraint.Inequality i
                        && (i.low().equals("score") || i.high().equals("score")))
                .noneMatch(c -> c instanceof Constraint.Unique u && u.columns().contains("score"));
    }

    @Test
    void evidenceIsCountedAndBounded() {
        Offer order = offer(offers, new Constraint.Inequality("start", "end", null, null));
        assertThat(order.exceptions()).isZero();
        assertThat(order.violationBound()).isCloseTo(3.0 / order.rows(), within(0.1 / order.rows()));
        assertThat(order.chanceLog10()).isLessThan(-50);
        assertThat(order.strength()).isEqualTo("strong");
        assertThat(order.evidence()).contains("0 exceptions", "95 %");
    }

    @Test
    void aConstraintWithExceptionsIsOfferedAsWeakWithTheirNumber() {
        Offer order = offers(3_000, 2).stream()
                .filter(offer -> offer.constraint() instanceof Constraint.Inequality)
                .findFirst()
                .orElseThrow();
        assertThat(order.exceptions()).isEqualTo(2);
        assertThat(order.strength()).isEqualTo("weak");
    }

    /** Expected values from tables of Clopper and Pearson's limits. */
    @Test
    void limitsOfSharesAreExact() {
        assertThat(Bounds.upper(100, 0)).isCloseTo(0.02951, within(1e-5));
        assertThat(Bounds.upper(20, 1)).isCloseTo(0.21611, within(1e-5));
        assertThat(Bounds.upper(10, 10)).isEqualTo(1);
    }

    private static Offer offer(List<Offer> offers, Constraint constraint) {
        return offers.stream()
                .filter(o -> o.constraint().equals(constraint))
                .findFirst()
                .orElseThrow();
    }

    private static List<Offer> offers(int exceptions) {
        return offers(ROWS, exceptions);
    }

    private static List<Offer> offers(int rows, int exceptions) {
        Random random = new Random(11);
        List<List<@Nullable String>> columns = new ArrayList<>();
        for (int c = 0; c < 7; c++) {
            columns.add(new ArrayList<>());
        }
        for (int row = 0; row < rows; row++) {
            LocalDate start = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(300));
            List<String> place = PLACES.get(random.nextInt(PLACES.size()));
            int score = Math.clamp(random.nextInt(160) - 30, 0, 100);
            columns.get(0).add(String.format(Locale.ROOT, "%c%c-%04d", 'A' + row % 26, 'A' + random.nextInt(26), row));
            columns.get(1).add(start.toString());
            LocalDate end = row < exceptions ? start.minusDays(3) : start.plusDays(random.nextInt(30));
            columns.get(2).add(row % 10 == 9 ? null : end.toString());
            columns.get(3).add(place.get(0));
            columns.get(4).add(place.get(1));
            columns.get(5).add(Integer.toString(score));
            columns.get(6).add(List.of("red", "blue", "green").get(random.nextInt(3)));
        }
        List<String> names = List.of("code", "start", "end", "city", "state", "score", "colour");
        List<TextColumn> made = new ArrayList<>();
        for (int c = 0; c < names.size(); c++) {
            made.add(TextColumn.of(names.get(c), columns.get(c)));
        }
        TextTable table = new TextTable("t", made);
        return ConstraintInference.infer(table, TypeInference.infer(table));
    }
}
