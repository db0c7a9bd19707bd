package io.verisim.testexecutor.report;

import io.verisim.agent.Task;
import io.verisim.agent.TaskContext;
import io.verisim.agent.TaskHandler;
import io.verisim.agent.TaskResult;
import io.verisim.atlassian.JiraClient;
import io.verisim.model.message.TaskTypeInfo;
import java.io.IOException;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** The task {@code publish_results}: what a run has to tell, to people, to build servers and to the issue tracker. */
public final class PublishResults implements TaskHandler {

    private static final String DEFAULT_CREDENTIALS = "jira";

    private final Function<String, JiraClient> jira;
    private final Supplier<String> sandbox;

    /**
     * The task's handler.
     *
     * @param jira a client of Jira by the name of its credentials
     * @param sandbox by what tests are confined
     */
    public PublishResults(Function<String, JiraClient> jira, Supplier<String> sandbox) {
        this.jira = jira;
        this.sandbox = sandbox;
    }

    @Override
    public TaskTypeInfo taskType() {
        Map<String, Object> update =
                Map.of("type", "boolean", "default", true, "description", "Whether Jira is updated with the results.");
        return new TaskTypeInfo(
                "publish_results",
                "Writes JUnit XML and the report of a run, and updates the issue tracker.",
                Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of("jira", Map.of("type", "object", "properties", Map.of("update", update)))));
    }

    @Override
    public TaskResult handle(Task task, TaskContext context) throws IOException {
        RunPublisher publisher = new RunPublisher(task, context.artifacts(), context.scratch());
        context.progress(0, 3, "gathering the results");
        RunDocuments run = publisher.gather(sandbox.get());
        context.checkCancelled();
        JiraOutcome jira = JiraOutcome.none();
        if (updatesWanted(task.parameters())) {
            context.progress(1, 3, "telling Jira of " + run.results().size() + " results");
            IssueTracker tracker = new JiraIssueTracker(this.jira.apply(credentials(task.parameters())));
            jira = new IssueReporter(tracker, task.id()).report(run);
        }
        context.progress(2, 3, "writing the report");
        TaskResult result = publisher.publish(run, jira);
        context.progress(3, 3, run.tally().words());
        return result;
    }

    private static String credentials(Map<String, Object> parameters) {
        return parameters.get("jira") instanceof Map<?, ?> jira && jira.get("credentials") instanceof String name
                ? name
                : DEFAULT_CREDENTIALS;
    }

    private static boolean updatesWanted(Map<String, Object> parameters) {
        return !(parameters.get("jira") instanceof Map<?, ?> jira) || !Boolean.FALSE.equals(jira.get("update"));
    }
}
