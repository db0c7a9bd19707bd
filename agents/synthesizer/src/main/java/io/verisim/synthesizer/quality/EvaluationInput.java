package io.verisim.synthesizer.quality;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.quality.data.SdvMetadata;
import io.verisim.synthesizer.quality.data.TableKinds;
import io.verisim.tabular.TextTable;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is compared.
 *
 * @param real the real table
 * @param synthetic the synthetic table
 * @param metadata which columns are measured, and how
 * @param sensitive columns whose real values no page shows
 * @param holdout other rows from the same source as {@code real}, unseen by the model; null where there are none
 */
public record EvaluationInput(
        TextTable real,
        TextTable synthetic,
        SdvMetadata metadata,
        Set<String> sensitive,
        @Nullable TextTable holdout) {

    public EvaluationInput {
        sensitive = Set.copyOf(sensitive);
    }

    /** Two tables, kinds inferred from the real one alone. */
    public static EvaluationInput of(TextTable real, TextTable synthetic) {
        return new EvaluationInput(real, synthetic, SdvMetadata.of(TableKinds.infer(real)), Set.of(), null);
    }

    /** Two tables of a known schema; columns that are not drawn from the model are left out. */
    public static EvaluationInput of(TextTable real, TextTable synthetic, TableSchema schema) {
        Set<String> sensitive = schema.columns().stream()
                .filter(ColumnSchema::sensitive)
                .map(ColumnSchema::name)
                .collect(Collectors.toSet());
        return new EvaluationInput(real, synthetic, SdvMetadata.of(TableKinds.infer(real, schema)), sensitive, null);
    }

    public EvaluationInput withMetadata(SdvMetadata newMetadata) {
        return new EvaluationInput(real, synthetic, newMetadata, sensitive, holdout);
    }

    public EvaluationInput withHoldout(TextTable newHoldout) {
        return new EvaluationInput(real, synthetic, metadata, sensitive, newHoldout);
    }
}
