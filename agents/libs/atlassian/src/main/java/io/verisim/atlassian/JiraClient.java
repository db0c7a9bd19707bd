package io.verisim.atlassian;

import java.util.List;

/**
 * What Verisim does in Jira. All methods may throw {@link io.verisim.model.error.VerisimException}: TRANSIENT where Jira
 * is not reached, too slow, overloaded (with the wait it asks for) or answers 5xx; INTEGRATION where it refuses the
 * credentials or a right, does not know what is named, or answers what cannot be read; CONFIGURATION where it refuses
 * the request itself, such as a query with a mistake.
 */
public interface JiraClient {

    /**
     * All issues that a query finds, from all pages, in its order.
     *
     * @param jql query with at least one restriction
     * @param limit more issues than this are not read
     */
    List<JiraIssue> search(String jql, int limit);

    JiraIssue issue(IssueKey key);

    /**
     * Adds a comment once: where the issue has a comment that carries the same effect, nothing happens.
     *
     * @param effect what the comment is the effect of, such as a task id; kept in a property of the comment
     * @return whether the comment was added now
     */
    boolean addComment(IssueKey issue, Adf body, String effect);

    /**
     * Moves an issue to a status.
     *
     * @param statusOrTransition name of the status or of the transition that leads there, in any case
     * @return whether the issue is there now; false where its workflow does not offer it
     */
    boolean transition(IssueKey issue, String statusOrTransition);

    IssueKey createIssue(NewIssue issue);

    /**
     * Attaches a file once: where the issue has an attachment of that name, nothing happens.
     *
     * @return whether it was attached now
     */
    boolean attach(IssueKey issue, String filename, String mediaType, byte[] content);

    /** Whether Jira is there and knows the user: a call that changes nothing. */
    void check();
}
