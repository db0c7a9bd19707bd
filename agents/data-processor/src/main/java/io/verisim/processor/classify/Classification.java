package io.verisim.processor.classify;

import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.model.sensitivity.Vote;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.numerics.Interruption;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Judges the columns of a table: every classifier found on the class path votes, {@link Belief} combines the votes into
 * the probability that the column is sensitive, and a column is sensitive where that exceeds {@value #THRESHOLD}.
 * The result depends on the table alone.
 */
public final class Classification {

    /** A column is sensitive above this confidence. */
    public static final double THRESHOLD = 0.7;

    private final List<ColumnClassifier> classifiers;

    /** With these classifiers; {@link #standard()} finds them all. */
    public Classification(List<ColumnClassifier> classifiers) {
        this.classifiers = List.copyOf(classifiers);
    }

    /** With every classifier on the class path. */
    public static Classification standard() {
        return new Classification(
                ServiceLoader.load(ColumnClassifier.class, ColumnClassifier.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList());
    }

    /** From this confidence up to the threshold it is worth asking a person. */
    public static final double DOUBT = 0.4;

    public TableSensitivity classify(TextTable table, TableSchema schema) {
        return classify(table, schema, Map.of(), (done, total) -> {});
    }

    /** Whether the verdict is one that a person should confirm. */
    public static boolean isDoubtful(ColumnSensitivity verdict) {
        return verdict.confidence() >= DOUBT && verdict.confidence() <= THRESHOLD;
    }

    /**
     * Judges a table.
     *
     * @param schema the table's columns in order, as inferred
     * @param decided by column, whether a person called it sensitive; that counts, whatever the confidence
     * @param progress told after each column
     */
    public TableSensitivity classify(
            TextTable table, TableSchema schema, Map<String, Boolean> decided, Progress progress) {
        List<ColumnView> columns = ColumnView.of(table, schema);
        List<List<Vote>> votes = new ArrayList<>();
        for (ColumnView column : columns) {
            Interruption.check();
            votes.add(vote(column));
            progress.judged(votes.size(), columns.size());
        }
        List<SensitivityType> first =
                votes.stream().map(cast -> Belief.of(cast).best()).toList();
        List<ColumnSensitivity> verdicts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            List<Vote> all = new ArrayList<>(votes.get(i));
            all.addAll(Neighbourhood.votes(columns, first, i));
            verdicts.add(verdict(columns.get(i), all, decided.get(columns.get(i).name())));
        }
        return new TableSensitivity(table.name(), table.rows(), verdicts);
    }

    /** The schema with what was found: strategy, type and sensitivity of each column. */
    public static TableSchema treated(TableSchema schema, TableSensitivity sensitivity) {
        List<ColumnSchema> columns = schema.columns().stream()
                .map(column -> sensitivity
                        .column(column.name())
                        .map(found ->
                                column.withTreatment(found.strategy(), found.sensitivityType(), found.sensitive()))
                        .orElse(column))
                .toList();
        return new TableSchema(schema.name(), columns);
    }

    private List<Vote> vote(ColumnView column) {
        List<Vote> votes = new ArrayList<>();
        for (ColumnClassifier classifier : classifiers) {
            votes.addAll(classifier.votes(column));
        }
        return votes;
    }

    private static ColumnSensitivity verdict(ColumnView column, List<Vote> votes, @Nullable Boolean decided) {
        Belief belief = Belief.of(votes);
        SensitivityType type = Boolean.TRUE.equals(decided) ? suspected(belief, votes) : belief.best();
        double confidence = Math.round(belief.confidence() * 1000) / 1000.0;
        boolean sensitive = decided == null ? confidence > THRESHOLD : decided;
        String reasoning = Reasoning.of(votes, type, sensitive) + (decided == null ? "" : " A person decided so.");
        return new ColumnSensitivity(
                column.name(),
                column.schema().type(),
                sensitive,
                type,
                confidence,
                reasoning,
                StrategyAdvice.of(column, type, sensitive),
                votes);
    }

    /** What a column that a person calls sensitive most probably is, also where that alone did not suffice. */
    private static SensitivityType suspected(Belief belief, List<Vote> votes) {
        return belief.best() != SensitivityType.NONE
                ? belief.best()
                : votes.stream()
                        .filter(vote -> vote.type() != SensitivityType.NONE)
                        .max(Comparator.comparingDouble(Vote::score))
                        .map(Vote::type)
                        .orElse(SensitivityType.NONE);
    }

    /** Is told how far the classification is. */
    @FunctionalInterface
    public interface Progress {
        void judged(int done, int total);
    }
}
