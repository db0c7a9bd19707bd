package io.verisim.synthesizer.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.synthesizer.quality.Golden;
import io.verisim.synthesizer.quality.data.AlignedTable;
import io.verisim.synthesizer.quality.data.Side;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Distances to the closest record, row by row, against those of the reference implementation. */
class GoldenDistancesTest {

    @ParameterizedTest
    @CsvSource({
        "iris, REAL, synthetic_to_real",
        "iris, HOLDOUT, synthetic_to_holdout",
        "penguins, REAL, synthetic_to_real",
        "penguins, HOLDOUT, synthetic_to_holdout",
        "titanic, REAL, synthetic_to_real",
        "titanic, HOLDOUT, synthetic_to_holdout",
        "telco, REAL, synthetic_to_real",
        "telco, HOLDOUT, synthetic_to_holdout"
    })
    void everyRowsDistanceAgrees(String name, Side reference, String vector) {
        Golden golden = Golden.of(name);
        AlignedTable table = golden.aligned();
        RowSpace space = RowSpace.of(table, List.of(reference));

        double[] distances = space.nearest(space.rows(Side.SYNTHETIC), space.rows(reference), 2);

        JsonNode expected = golden.expected().at("/dcr_vectors/" + vector);
        assertThat(expected.size()).isEqualTo(distances.length);
        for (int row = 0; row < distances.length; row++) {
            Golden.check(name + " row " + row, distances[row], expected.path(row));
        }
    }
}
