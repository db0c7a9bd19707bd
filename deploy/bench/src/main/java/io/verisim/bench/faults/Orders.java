package io.verisim.bench.faults;

import io.verisim.mock.production.Scenarios;
import io.verisim.mock.production.TelecomCustomers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Writes orders: tables, configurations, scenarios. */
final class Orders {

    private static final int ROWS = 120;
    private static final int REAL_ROWS = 2_000;
    private static final List<String> WITHOUT_TESTS = List.of("build_tests", "execute_tests", "report");
    private static final List<String> NAMES =
            List.of("Anna", "Peter", "Maria", "John", "Lukas", "Emma", "Paul", "none");
    private static final List<String> PLANS = List.of("basic", "plus", "max");

    private final Path folder;
    private final Jira jira;
    private final Connections connections;

    Orders(Path folder, Jira jira, Connections connections) {
        this.folder = folder;
        this.jira = jira;
        this.connections = connections;
    }

    Order order(String name, Story story, int variant) throws IOException, InterruptedException {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("name", name);
        configuration.put(
                "synthesis",
                Map.of("model", story == Story.MISTAKE ? "no_such_model" : "gaussian_copula", "seed", variant));
        if (story == Story.QUESTION) {
            configuration.put("profile", Map.of("ask", true, "askMinutes", 600));
        }
        configuration.put("targets", targets(name, variant));
        List<String> scenarios = List.of();
        if (story.hasTests()) {
            scenarios = story == Story.REAL ? telecom(name) : small(name);
            configuration.put("tests", tests(name));
        } else {
            configuration.put("skipStages", WITHOUT_TESTS);
        }
        Path source = story == Story.REAL ? telecomTable() : table(variant);
        return new Order(name, story, variant, configuration, source, scenarios);
    }

    /** The name of the table that an order of a name is loaded into. */
    static String table(String name) {
        return name.replace('-', '_');
    }

    private static List<Map<String, String>> targets(String name, int variant) {
        return List.of(
                Map.of(
                        "name",
                        "crm",
                        "type",
                        "postgres",
                        "table",
                        table(name),
                        "mode",
                        variant % 2 == 0 ? "append" : "truncate_insert",
                        "credentials",
                        "target"),
                Map.of("name", "file", "type", "file", "format", "csv"));
    }

    private Map<String, Object> tests(String name) {
        return Map.of(
                "framework",
                "playwright",
                "baseUrl",
                connections.services().path("crm").asString(),
                "credentials",
                "crm",
                "table",
                table(name),
                "timeoutSeconds",
                60,
                "jira",
                Map.of(
                        "credentials",
                        "jira",
                        "project",
                        Jira.PROJECT,
                        "label",
                        name,
                        "issueType",
                        "Test Scenario",
                        "update",
                        true));
    }

    /** The second one asks for what the system under test never says: a bug. */
    private List<String> small(String label) throws IOException, InterruptedException {
        String wrong = "Given I am on the sign-in page\nWhen I sign in with a wrong password\nThen I see the error ";
        return List.of(
                jira.scenario(label, "A wrong password is refused", wrong + "\"User name or password is wrong.\""),
                jira.scenario(label, "A wrong password is welcome", wrong + "\"Come in.\""));
    }

    private List<String> telecom(String label) throws IOException, InterruptedException {
        List<String> keys = new ArrayList<>();
        for (Scenarios.Scenario scenario : Scenarios.load("telecom")) {
            keys.add(jira.scenario(label, scenario.summary(), scenario.description()));
        }
        return keys;
    }

    private Path telecomTable() throws IOException {
        Path file = folder.resolve(TelecomCustomers.TABLE + ".csv");
        if (Files.notExists(file)) {
            TelecomCustomers.write(file, REAL_ROWS, 1);
        }
        return file;
    }

    /** One column of it holds names so often that only a person can tell what it is. */
    private Path table(int variant) throws IOException {
        Path file = folder.resolve("small-" + variant + ".csv");
        if (Files.exists(file)) {
            return file;
        }
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(variant);
        List<String> lines = new ArrayList<>(List.of("plan,fee,age,lbl"));
        for (int i = 0; i < ROWS; i++) {
            lines.add(PLANS.get(random.nextInt(PLANS.size())) + "," + (10 + random.nextInt(40)) + ".50,"
                    + (18 + random.nextInt(60)) + "," + (i % 4 == 0 ? "none" : NAMES.get(i % NAMES.size())));
        }
        return Files.write(file, lines);
    }
}
