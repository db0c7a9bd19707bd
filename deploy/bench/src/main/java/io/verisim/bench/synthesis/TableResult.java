package io.verisim.bench.synthesis;

import java.util.List;

/**
 * All models on one table.
 *
 * @param rows rows of the whole table
 * @param columns columns that are measured
 * @param ceiling mean over seeds
 */
record TableResult(RealTable table, int rows, int columns, Likeness ceiling, List<ModelResult> models) {

    TableResult {
        models = List.copyOf(models);
    }
}
