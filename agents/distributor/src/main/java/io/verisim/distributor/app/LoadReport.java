package io.verisim.distributor.app;

import io.verisim.model.error.ErrorDetail;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened at one target; artifact {@code load-report.json}.
 *
 * @param name name of the target
 * @param type its type
 * @param status LOADED; a load that fails ends its task with an error instead of a report
 * @param records rows in the target that come from this dataset
 * @param seconds how long it took
 * @param table table or file that holds the rows
 * @param columns names in the target by names in the dataset, where they differ
 * @param repeated whether an earlier attempt of the task had loaded them
 * @param notes what a user should know
 * @param error always null while all targets are all-or-nothing
 */
record LoadReport(
        String name,
        String type,
        String status,
        long records,
        double seconds,
        String table,
        Map<String, String> columns,
        boolean repeated,
        List<String> notes,
        @Nullable ErrorDetail error) {}
