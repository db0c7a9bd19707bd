package io.verisim.model.sensitivity;

import java.util.List;

/** The sensitivity of every table of a source; artifact {@code sensitivity.json}. */
public record SensitivityReport(List<TableSensitivity> tables) {

    public SensitivityReport {
        tables = List.copyOf(tables);
    }
}
