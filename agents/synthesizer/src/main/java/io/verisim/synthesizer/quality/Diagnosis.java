package io.verisim.synthesizer.quality;

import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.CategoryColumn;
import io.verisim.synthesizer.quality.data.NumberColumn;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.synthesizer.quality.data.Workers;
import io.verisim.synthesizer.quality.shape.Adherence;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the {@link Diagnostic}: values within bounds, categories known, keys unique, columns and types as in the source. */
final class Diagnosis {

    private Diagnosis() {}

    static Diagnostic of(EvaluationInput input, AlignedTable table, int threads) {
        Map<String, ColumnScore> columns = validity(input, table);
        Double validity = Defined.mean(columns.values().stream().map(ColumnScore::score));
        Double structure = Defined.of(structure(input, threads));
        return new Diagnostic(Defined.mean(Stream.of(validity, structure)), validity, structure, columns);
    }

    private static Map<String, ColumnScore> validity(EvaluationInput input, AlignedTable table) {
        Map<String, ColumnScore> scores = new LinkedHashMap<>();
        table.columns().forEach(column -> {
            if (!column.name().equals(input.metadata().sequenceIndex())) {
                scores.put(
                        column.name(),
                        switch (column) {
                            case NumberColumn n ->
                                ColumnScore.of("BoundaryAdherence", Adherence.boundary(n), "a side has no value");
                            case CategoryColumn c ->
                                ColumnScore.of("CategoryAdherence", Adherence.category(c), "no synthetic row");
                        });
            }
        });
        for (List<String> key : input.metadata().keys()) {
            List<TextColumn> parts = key.stream()
                    .map(input.synthetic()::column)
                    .flatMap(Optional::stream)
                    .toList();
            if (parts.size() == key.size()) {
                scores.put(
                        String.join(", ", key),
                        ColumnScore.of("KeyUniqueness", Adherence.keyUniqueness(parts), "no synthetic row"));
            }
        }
        return scores;
    }

    /** TableStructure: |A ∩ B| / |A ∪ B| over the pairs of column name and type of the two tables. */
    private static double structure(EvaluationInput input, int threads) {
        Set<String> real = types(input.real(), input.metadata(), threads);
        Set<String> synthetic = types(input.synthetic(), input.metadata(), threads);
        Set<String> both = new HashSet<>(real);
        both.retainAll(synthetic);
        Set<String> any = new HashSet<>(real);
        any.addAll(synthetic);
        return (double) both.size() / any.size();
    }

    private static Set<String> types(TextTable table, SdvMetadata metadata, int threads) {
        List<TextColumn> columns = table.columns();
        return new HashSet<>(Workers.map(
                threads, columns.size(), c -> columns.get(c).name() + "\0" + StorageType.of(columns.get(c), metadata)));
    }
}
