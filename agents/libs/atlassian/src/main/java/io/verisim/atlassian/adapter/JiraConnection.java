package io.verisim.atlassian.adapter;

import java.net.URI;
import java.time.Duration;

/**
 * Where Jira is and who signs in.
 *
 * @param url address of the site, such as {@code https://example.atlassian.net}
 * @param user e-mail address of the user
 * @param token API token of the user
 * @param connectTimeout how long connecting may take
 * @param readTimeout how long one answer may take
 * @param maxAnswerBytes larger answers are refused
 */
public record JiraConnection(
        URI url, String user, String token, Duration connectTimeout, Duration readTimeout, long maxAnswerBytes) {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(30);
    private static final long MAX_ANSWER_BYTES = 32L << 20;

    public JiraConnection {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("'" + url + "' is no address of a Jira site such as https://host");
        }
    }

    public static JiraConnection of(URI url, String user, String token) {
        return new JiraConnection(url, user, token, CONNECT, READ, MAX_ANSWER_BYTES);
    }

    public JiraConnection withTimeouts(Duration connect, Duration read) {
        return new JiraConnection(url, user, token, connect, read, maxAnswerBytes);
    }

    public JiraConnection withMaxAnswerBytes(long bytes) {
        return new JiraConnection(url, user, token, connectTimeout, readTimeout, bytes);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "JiraConnection[url=" + url + ", user=" + user + "]";
    }
}
