package io.verisim.testbuilder.plan;

import io.verisim.model.testing.ScenarioKey;
import io.verisim.model.testing.SkippedScenario;
import io.verisim.model.testing.TestId;
import io.verisim.model.testing.TestPlan;
import io.verisim.model.testing.TestPlans;
import io.verisim.testbuilder.scenario.LineNotUnderstood;
import io.verisim.testbuilder.scenario.Scenario;
import io.verisim.testbuilder.scenario.ScenarioReader;
import io.verisim.testbuilder.scenario.ScenarioStep;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Makes a plan of each scenario, bound to rows of a dataset. The same scenarios and the same dataset give the same plans.
 * A scenario that cannot become a test is reported with the reason, and the others go on.
 */
public final class PlanBuilder {

    private static final int MAX_ID = 80;

    private final Dataset data;
    private final Reservations reservations;
    private final Set<TestId> ids = new HashSet<>();
    private final List<SkippedScenario> skipped = new ArrayList<>();

    private PlanBuilder(Dataset data) {
        this.data = data;
        this.reservations = new Reservations(data);
    }

    /** Plans in the order of the scenarios. */
    public static TestPlans build(List<Scenario> scenarios, Dataset data) {
        return new PlanBuilder(data).build(scenarios);
    }

    /** Scenarios that change data come last, so that they change what no other test needs. */
    private TestPlans build(List<Scenario> scenarios) {
        List<Parsed> parsed = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            try {
                parsed.add(new Parsed(i, scenario, testId(scenario.key()), understand(scenario)));
            } catch (LineNotUnderstood e) {
                skip(scenario, e.reason(), e);
            }
        }
        Map<Integer, TestPlan> plans = new TreeMap<>();
        for (boolean changing : new boolean[] {false, true}) {
            for (Parsed scenario : parsed) {
                if (scenario.changesData() == changing) {
                    plan(scenario, plans);
                }
            }
        }
        return new TestPlans(List.copyOf(plans.values()), skipped);
    }

    private static List<Vocabulary.Understood> understand(Scenario scenario) throws LineNotUnderstood {
        List<Vocabulary.Understood> lines = new ArrayList<>();
        for (ScenarioStep step : ScenarioReader.read(scenario.text())) {
            lines.add(Vocabulary.understand(step));
        }
        return lines;
    }

    private void plan(Parsed parsed, Map<Integer, TestPlan> plans) {
        Scenario scenario = parsed.scenario();
        RowChooser rows = new RowChooser(data, reservations, new SplittableRandom(seed(scenario.key())));
        Vocabulary.Understood line = parsed.lines().getFirst();
        PlanDraft draft = new PlanDraft(
                data, rows, reservations, parsed.changesData(), line.step().line());
        try {
            for (Vocabulary.Understood next : parsed.lines()) {
                line = next;
                line.apply(draft);
            }
            plans.put(parsed.position(), draft.plan(parsed.testId(), scenario.key(), scenario.title()));
        } catch (CannotBind e) {
            skip(
                    scenario,
                    e.reason(),
                    new LineNotUnderstood(e.reason(), line.step().line()));
        }
    }

    private void skip(Scenario scenario, String reason, LineNotUnderstood cause) {
        skipped.add(new SkippedScenario(scenario.key(), scenario.title(), reason, cause.line()));
    }

    private TestId testId(ScenarioKey key) {
        String plain = key.value().replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[^A-Za-z0-9]+", "");
        String base = plain.isEmpty() ? "test" : plain.substring(0, Math.min(plain.length(), MAX_ID));
        TestId id = TestId.of(base);
        for (int n = 2; !ids.add(id); n++) {
            id = TestId.of(base + "-" + n);
        }
        return id;
    }

    /** FNV-1a, 64 bits: spread well, and the same everywhere. */
    private static long seed(ScenarioKey key) {
        long hash = 0xcbf29ce484222325L;
        for (byte b : key.value().getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    /**
     * A scenario whose lines are all understood.
     *
     * @param position place among the scenarios
     * @param scenario the scenario
     * @param testId names its test
     * @param lines its lines
     */
    private record Parsed(int position, Scenario scenario, TestId testId, List<Vocabulary.Understood> lines) {

        boolean changesData() {
            return lines.stream().anyMatch(line -> line.phrase().changesData());
        }
    }
}
