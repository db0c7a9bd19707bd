package io.verisim.processor.app;

import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.SensitivityReport;
import io.verisim.model.sensitivity.TableSensitivity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The log of every sensitive field, as it goes into the audit log: what it is, how sure that is, how it is made. */
final class SensitiveFields {

    /** A message holds no more; the report, which the same audit entry names by checksum, holds all. */
    private static final int MOST = 2_000;

    private SensitiveFields() {}

    /** One entry for each sensitive field, in the order of tables and columns, at most {@value #MOST}. */
    static List<Map<String, Object>> of(SensitivityReport report) {
        List<Map<String, Object>> log = new ArrayList<>();
        for (TableSensitivity table : report.tables()) {
            for (ColumnSensitivity column : table.columns()) {
                if (column.sensitive() && log.size() < MOST) {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("table", table.table());
                    entry.put("field", column.name());
                    entry.put("type", column.sensitivityType());
                    entry.put("confidence", column.confidence());
                    entry.put("method", column.strategy());
                    log.add(entry);
                }
            }
        }
        return log;
    }
}
