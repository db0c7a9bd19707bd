package io.verisim.synthesizer.quality;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the synthetic data are formally valid; 1 is as it should be.
 *
 * @param score mean of the two properties
 * @param dataValidity mean over columns and keys
 * @param dataStructure share of columns that both tables have, with one type
 * @param columns score of every column, and of every key
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Diagnostic(
        @Nullable Double score,
        @Nullable Double dataValidity,
        @Nullable Double dataStructure,
        Map<String, ColumnScore> columns) {}
