package io.verisim.orchestrator.trigger.adapter.jira;

import io.verisim.atlassian.JiraClient;
import io.verisim.atlassian.JiraIssue;
import io.verisim.atlassian.adapter.HttpJiraClient;
import io.verisim.atlassian.adapter.JiraConnection;
import io.verisim.model.error.VerisimException;
import io.verisim.orchestrator.credentials.Credentials;
import io.verisim.orchestrator.credentials.adapter.CredentialsProperties;
import io.verisim.orchestrator.trigger.FoundIssue;
import io.verisim.orchestrator.trigger.IssueSearch;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Searches in Jira, with credentials of the orchestrator's environment. */
public final class JiraIssueSearch implements IssueSearch {

    private static final int MOST = 1_000;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(10);

    private final CredentialsProperties credentials;
    private final Map<String, JiraClient> clients = new ConcurrentHashMap<>();

    public JiraIssueSearch(CredentialsProperties credentials) {
        this.credentials = credentials;
    }

    @Override
    public List<FoundIssue> find(String name, String jql) {
        List<FoundIssue> found = new ArrayList<>();
        for (JiraIssue issue : clients.computeIfAbsent(name, this::client).search(jql, MOST)) {
            if (issue.updated() != null) {
                found.add(new FoundIssue(issue.key().value(), issue.updated(), issue.reporter()));
            }
        }
        return found;
    }

    private JiraClient client(String name) {
        Credentials known = credentials.find(name).orElseThrow(() -> missing(name, "url"));
        JiraConnection connection = JiraConnection.of(
                URI.create(required(name, "url", known.url())),
                required(name, "username", known.username()),
                required(name, "token", known.token()));
        return HttpJiraClient.of(connection.withTimeouts(CONNECT, READ));
    }

    private static String required(String name, String part, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw missing(name, part);
        }
        return value;
    }

    private static VerisimException missing(String name, String part) {
        String variable = "VERISIM_CREDENTIALS_" + name.replace("-", "").toUpperCase(Locale.ROOT) + "_";
        return VerisimException.configuration(
                "CREDENTIALS_INCOMPLETE",
                "The orchestrator's credentials '" + name + "' have no " + part + ".",
                "Set " + variable + "URL, " + variable + "USERNAME and " + variable + "TOKEN for the orchestrator.");
    }
}
