package io.verisim.testbuilder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.table.TableSchema;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.TestPlans;
import io.verisim.tabular.ReadOptions;
import io.verisim.tabular.TableFiles;
import io.verisim.tabular.TableWriter;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import io.verisim.testbuilder.Samples;
import io.verisim.testbuilder.Samples.Sample;
import io.verisim.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generic scenarios on tables that nobody made for them. */
class RealTablesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "telco_customer_churn",
                "adult_census",
                "covid_testing_chop",
                "credit_data_es",
                "hr_attrition",
                "loans_full_schema"
            })
    void everyGenericScenarioIsBoundToEveryTable(String name) throws IOException {
        TextTable table = TableFiles.read(SharedFiles.require("data/single/" + name + ".csv"), ReadOptions.defaults());
        TableSchema schema = TypeInference.infer(table);
        Path csv = folder.resolve("table.csv");
        try (TableWriter writer = TableFiles.writer(csv, schema, true)) {
            writer.write(table);
            writer.finish();
        }
        TestPlans plans =
                PlanBuilder.build(Samples.scenarios("generic"), PlanBuilderTest.dataset(new Sample(schema, csv)));

        assertThat(plans.skipped()).isEmpty();
        assertThat(plans.plans())
                .extracting(TestPlan::title)
                .hasSize(Samples.scenarios("generic").size());
    }
}
