package io.verisim.testbuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.TargetDatabase;
import io.verisim.embedded.junit.TestServices;
import io.verisim.embedded.junit.VerisimServices;
import io.verisim.mock.crm.CrmOptions;
import io.verisim.mock.crm.CrmServer;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.TestPlans;
import io.verisim.testbuilder.Samples.Sample;
import io.verisim.testbuilder.plan.DatasetReader;
import io.verisim.testbuilder.plan.PlanBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: dataset, database, application under test, scenarios, plans, code, browser. */
@ExtendWith(VerisimServices.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedTestsTest {

    private static final String USER = "agent";
    private static final String PASSWORD = "for \"tests\" only";

    private Path folder;

    private final TargetDatabase database;
    private final TestTarget target;
    private CrmServer crm;
    private BrowserRun browser;

    GeneratedTestsTest(TestServices services) {
        database = services.freshTargetDatabase();
        target = new TestTarget(database);
    }

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Optional<Path> chromium = BrowserRun.chromium();
        assumeTrue(chromium.isPresent(), "No browser: set VERISIM_CHROMIUM or install chromium");
        browser = BrowserRun.start(chromium.get(), name -> name.equals("username") ? USER : PASSWORD);
        crm = CrmServer.start(options());
    }

    private CrmOptions options() {
        DatabaseConnection role = database.crm();
        return new CrmOptions(0, role.jdbcUrl(), role.username(), role.password(), USER, PASSWORD);
    }

    @AfterAll
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (crm != null) {
            crm.close();
        }
    }

    @Test
    void onTelecomCustomersOnlyTheDefectFailsInAnyOrderAndAgain() throws Exception {
        TestPlans plans = load(Samples.telecom(folder, 260), "telecom");
        assertThat(plans.skipped()).isEmpty();
        List<TestPlan> shuffled = new ArrayList<>(plans.plans());
        Collections.shuffle(shuffled, new Random(3));

        Map<String, String> failures = browser.run(shuffled, crm.uri(), folder.resolve("telecom"));
        assertThat(failures)
                .containsOnlyKeys("A customer number copied with a blank behind it still finds the customer");
        assertThat(failures.values())
                .singleElement()
                .asString()
                .contains("No records match")
                .contains("Showing 1–1 of 1 record");

        List<TestPlan> changing = plans.plans().stream()
                .filter(plan -> plan.title().contains("saved"))
                .toList();
        assertThat(changing).hasSize(1);
        assertThat(browser.run(changing, crm.uri(), folder.resolve("again"))).isEmpty();
    }

    @Test
    void onAnAwkwardTableOnlyTheDefectFails() throws Exception {
        TestPlans plans = load(Samples.awkward(folder), "generic");
        assertThat(plans.skipped()).isEmpty();

        assertThat(browser.run(boundToRows(plans), crm.uri(), folder.resolve("awkward")))
                .containsOnlyKeys("A value copied with a blank behind it is still found");
    }

    @Test
    void whereNoRowDiffersFromAllOthersOnlyTheDefectFails() throws Exception {
        TestPlans plans = load(Samples.twins(folder), "generic");
        assertThat(plans.plans()).hasSize(10);

        assertThat(browser.run(boundToRows(plans), crm.uri(), folder.resolve("twins")))
                .containsOnlyKeys("A value copied with a blank behind it is still found");
    }

    @Test
    void withoutTheDefectItsScenarioPasses() throws Exception {
        TestPlans plans =
                load(Samples.write(folder.resolve("few.csv"), few(), List.of(List.of("a"), List.of("b"))), "generic");
        List<TestPlan> defect = plans.plans().stream()
                .filter(plan -> plan.title().contains("blank"))
                .toList();
        assertThat(defect).hasSize(1);

        try (CrmServer correct = CrmServer.start(options().withoutDefect())) {
            assertThat(browser.run(defect, correct.uri(), folder.resolve("correct")))
                    .isEmpty();
        }
    }

    /** Those that speak of no row are the same on every table. */
    private static List<TestPlan> boundToRows(TestPlans plans) {
        return plans.plans().stream()
                .filter(plan -> !plan.bindings().isEmpty() || plan.title().startsWith("Every record"))
                .toList();
    }

    private static TableSchema few() {
        return new TableSchema("few", List.of(ColumnSchema.of("letter", ColumnType.TEXT)));
    }

    private TestPlans load(Sample sample, String scenarios) throws Exception {
        target.load(sample);
        DatasetReader reader = new DatasetReader(sample.schema(), sample.schema());
        reader.read(sample.csv());
        return PlanBuilder.build(
                Samples.scenarios(scenarios), reader.dataset(sample.schema().name()));
    }
}
