package io.verisim.bench.faults;

import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Jira: one comment for each test and one bug for each failure, as the results in the object store say. */
final class JiraCheck {

    private final Jira jira;
    private final Rows orchestrator;
    private final Store store;
    private final Findings findings;

    JiraCheck(Jira jira, Rows orchestrator, Store store, Findings findings) {
        this.jira = jira;
        this.orchestrator = orchestrator;
        this.store = store;
        this.findings = findings;
    }

    void check(List<Course> courses) throws SQLException, IOException, InterruptedException {
        List<Jira.Bug> bugs = jira.bugs();
        for (Course course : courses) {
            if (course.order().story().hasTests() && course.state().equals("COMPLETED")) {
                check(course, bugs);
            }
        }
    }

    private void check(Course course, List<Jira.Bug> bugs) throws SQLException, IOException, InterruptedException {
        Map<String, Integer> tests = new HashMap<>();
        Map<String, Integer> failed = new HashMap<>();
        for (Artifact artifact : Artifact.of(orchestrator, course.id())) {
            Optional<byte[]> bytes = artifact.role().equals("result") ? store.read(artifact.key()) : Optional.empty();
            if (bytes.isPresent()) {
                JsonNode result = MessageCodec.mapper().readTree(bytes.get());
                String scenario = result.path("scenarioKey").asString();
                tests.merge(scenario, 1, Integer::sum);
                failed.merge(scenario, result.path("status").asString().equals("FAILED") ? 1 : 0, Integer::sum);
            }
        }
        String of = " of " + course.order().name();
        findings.count("results" + of, course.order().scenarios().size(), tests.size());
        for (String scenario : course.order().scenarios()) {
            findings.count(
                    "comments on " + scenario + of,
                    tests.getOrDefault(scenario, 0),
                    jira.comments(scenario).size());
            List<Jira.Bug> filed = bugs.stream()
                    .filter(bug -> bug.summary().startsWith(scenario + " "))
                    .toList();
            findings.count("bugs about " + scenario + of, failed.getOrDefault(scenario, 0), filed.size());
            findings.checked("comments in Jira", tests.getOrDefault(scenario, 0));
            findings.checked("bugs in Jira", filed.size());
            for (Jira.Bug bug : filed) {
                findings.count(
                        "comments on bug " + bug.key() + of,
                        0,
                        jira.comments(bug.key()).size());
                if (bug.attachments() > 1) {
                    findings.duplicated(bug.attachments() + " pictures on bug " + bug.key() + of);
                }
            }
        }
    }
}
