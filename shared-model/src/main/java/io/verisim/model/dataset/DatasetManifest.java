package io.verisim.model.dataset;

import io.verisim.model.table.TableSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a synthetic dataset is and how it was made (requirement S12); artifact {@code manifest.json}.
 *
 * @param table name of the table
 * @param schema columns as they are in the synthetic data
 * @param rows exact number of synthetic rows
 * @param model name of the synthesis model
 * @param parameters parameters of the model, as used
 * @param seed seed of all randomness; 0 for a private model, whose seed is a secret
 * @param generator name and version of the program
 * @param sourceSha256 fingerprint of the source's bytes
 * @param sourceRows rows of the source
 * @param textSource where free text came from, such as {@code offline}
 * @param keptColumns columns that hold production values by explicit wish
 * @param quality quality scores by name, null where undefined
 * @param chunks SHA-256 of every chunk, in row order
 * @param differentialPrivacy what a private model promises (epsilon, delta) and how it was spent (ledger); null for others
 */
public record DatasetManifest(
        String table,
        TableSchema schema,
        long rows,
        String model,
        Map<String, Object> parameters,
        long seed,
        String generator,
        String sourceSha256,
        long sourceRows,
        String textSource,
        List<String> keptColumns,
        @Nullable Map<String, Object> quality,
        List<String> chunks,
        @Nullable Map<String, Object> differentialPrivacy) {

    /** Of a model that promises nothing. */
    public DatasetManifest(
            String table,
            TableSchema schema,
            long rows,
            String model,
            Map<String, Object> parameters,
            long seed,
            String generator,
            String sourceSha256,
            long sourceRows,
            String textSource,
            List<String> keptColumns,
            @Nullable Map<String, Object> quality,
            List<String> chunks) {
        this(
                table,
                schema,
                rows,
                model,
                parameters,
                seed,
                generator,
                sourceSha256,
                sourceRows,
                textSource,
                keptColumns,
                quality,
                chunks,
                null);
    }

    public DatasetManifest {
        // in their order, which a copy by Map.copyOf has not: the same manifest is to be the same bytes in any process
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        keptColumns = List.copyOf(keptColumns);
        chunks = List.copyOf(chunks);
    }
}
