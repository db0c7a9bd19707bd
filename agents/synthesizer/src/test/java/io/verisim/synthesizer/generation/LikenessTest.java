package io.verisim.synthesizer.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.mock.production.TelecomCustomers;
import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.quality.Evaluation;
import io.verisim.synthesizer.quality.EvaluationInput;
import io.verisim.synthesizer.quality.EvaluationOptions;
import io.verisim.synthesizer.quality.EvaluationReport;
import io.verisim.synthesizer.quality.data.Tables;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import io.verisim.testkit.SharedFiles;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How like its source a twin by the recommended model with default settings is. */
class LikenessTest {

    private static final Map<String, Map.Entry<Strategy, SensitivityType>> TELECOM = Map.of(
            "customer_id", Map.entry(Strategy.KEY, SensitivityType.ID),
            "first_name", Map.entry(Strategy.PERSON, SensitivityType.NAME),
            "last_name", Map.entry(Strategy.PERSON, SensitivityType.NAME),
            "email", Map.entry(Strategy.PERSON, SensitivityType.EMAIL),
            "phone", Map.entry(Strategy.PATTERN, SensitivityType.PHONE),
            "street_address", Map.entry(Strategy.PERSON, SensitivityType.ADDRESS),
            "postcode", Map.entry(Strategy.PATTERN, SensitivityType.POSTCODE),
            "national_id", Map.entry(Strategy.PATTERN, SensitivityType.NATIONAL_ID),
            "iban", Map.entry(Strategy.PATTERN, SensitivityType.IBAN),
            "notes", Map.entry(Strategy.TEXT, SensitivityType.FREE_TEXT));

    @TempDir
    private Path folder;

    @Test
    void theSimulatedTelecomCompanyIsHardToTellFromItsTwin() throws Exception {
        Path csv = folder.resolve("customers.csv");
        TelecomCustomers.write(csv, 10_000, 1);
        TextTable source = TableFiles.read(csv, ReadOptions.defaults());
        EvaluationReport report = evaluate(source, treated(source));
        assertThat(report.scores().overallAllPairs()).isGreaterThanOrEqualTo(0.95);
        assertThat(report.likeness().treeDetectorAuc()).isLessThanOrEqualTo(0.70);
    }

    @Test
    void theRealTelcoTableIsHardToTellFromItsTwin() throws Exception {
        Path csv = SharedFiles.require("data/single/telco_customer_churn.csv");
        TextTable source = TableFiles.read(csv, ReadOptions.defaults());
        EvaluationReport report = evaluate(source, TypeInference.infer(source));
        assertThat(report.scores().overallAllPairs()).isGreaterThanOrEqualTo(0.95);
        assertThat(report.likeness().treeDetectorAuc()).isLessThanOrEqualTo(0.75);
    }

    private static EvaluationReport evaluate(TextTable source, TableSchema schema) throws Exception {
        FittedGeneration twin =
                Generation.fit(source, schema, GenerationOptions.defaults().withSeed(42));
        TextTable synthetic = Tables.concat(source.name(), Twins.blocks(twin, 1, 1));
        EvaluationInput input = EvaluationInput.of(source, synthetic, twin.outputSchema());
        return Evaluation.evaluate(input, EvaluationOptions.defaults());
    }

    private static TableSchema treated(TextTable source) {
        TableSchema schema = TypeInference.infer(source);
        return new TableSchema(
                schema.name(),
                schema.columns().stream().map(LikenessTest::treat).toList());
    }

    private static ColumnSchema treat(ColumnSchema column) {
        Map.Entry<Strategy, SensitivityType> how = TELECOM.get(column.name());
        return how == null ? column : column.withTreatment(how.getKey(), how.getValue(), true);
    }
}
