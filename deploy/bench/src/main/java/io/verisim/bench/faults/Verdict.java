package io.verisim.bench.faults;

import io.verisim.bench.BenchmarkRun;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads databases, objects, broker and Jira for itself, and says what was lost or done twice. */
final class Verdict {

    private static final Duration SETTLE = Duration.ofSeconds(30);

    private final BenchmarkRun run;
    private final Instance instance;
    private final Connections connections;
    private final Api api;

    Verdict(BenchmarkRun run, Instance instance, Connections connections, Api api) {
        this.run = run;
        this.instance = instance;
        this.connections = connections;
        this.api = api;
    }

    /**
     * Checks everything.
     *
     * @param undisturbed workflows that ran before anything went wrong, one of each kind
     */
    Findings of(List<Course> undisturbed, List<Course> disturbed)
            throws SQLException, IOException, InterruptedException {
        Findings findings = new Findings();
        List<Course> all =
                Stream.concat(undisturbed.stream(), disturbed.stream()).toList();
        try (Connection database = connections.orchestrator();
                Connection tables = connections.target();
                Store store = new Store(connections)) {
            Rows orchestrator = new Rows(database);
            StateCheck states = new StateCheck(orchestrator, findings);
            Await.that(SETTLE, states::isSettled);
            states.check(all);
            DataCheck data = new DataCheck(orchestrator, new Rows(tables), store, findings);
            Map<String, DataCheck.Reference> references = new HashMap<>();
            for (Course course : undisturbed) {
                references.putIfAbsent(course.order().kind(), data.reference(course));
            }
            for (Course course : all) {
                data.check(
                        course,
                        Optional.ofNullable(references.get(course.order().kind())));
            }
            new JiraCheck(new Jira(connections), orchestrator, store, findings).check(all);
        }
        new BrokerCheck(connections, api).check(findings);
        audit(findings);
        return findings;
    }

    private void audit(Findings findings) throws IOException, InterruptedException {
        List<String> arguments =
                List.of("audit", "verify", "--home", instance.home().toString());
        var outcome = run.launcher().run(run.scratch(), arguments);
        if (outcome.exit() != 0) {
            findings.lost(
                    "the audit log is not as it was written (exit code " + outcome.exit() + "): " + outcome.document());
        }
    }
}
