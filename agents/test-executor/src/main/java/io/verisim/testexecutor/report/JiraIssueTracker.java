package io.verisim.testexecutor.report;

import io.verisim.atlassian.Adf;
import io.verisim.atlassian.IssueKey;
import io.verisim.atlassian.JiraClient;
import io.verisim.atlassian.JiraIssue;
import io.verisim.atlassian.NewIssue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jira as the issue tracker. */
final class JiraIssueTracker implements IssueTracker {

    private static final String BUG = "Bug";
    private static final int FEW = 20;

    private final JiraClient jira;

    JiraIssueTracker(JiraClient jira) {
        this.jira = jira;
    }

    @Override
    public boolean keeps(String issue) {
        return IssueKey.valid(issue);
    }

    @Override
    public void comment(String issue, List<String> paragraphs, String mark) {
        jira.addComment(IssueKey.of(issue), document(paragraphs), mark);
    }

    @Override
    public void move(String issue, String status) {
        jira.transition(IssueKey.of(issue), status);
    }

    @Override
    public Optional<Bug> findBug(String project, String label) {
        String jql = "project = \"" + project + "\" AND issuetype = " + BUG + " AND labels = \"" + label
                + "\" ORDER BY created ASC";
        return jira.search(jql, FEW).stream()
                .filter(issue -> !issue.done())
                .findFirst()
                .map(JiraIssueTracker::bug);
    }

    private static Bug bug(JiraIssue issue) {
        return new Bug(issue.key().toString(), issue.labels());
    }

    @Override
    public String openBug(String project, List<String> labels, String summary, List<String> paragraphs) {
        List<String> all = new ArrayList<>(labels);
        all.add("verisim");
        return jira.createIssue(new NewIssue(project, BUG, summary, document(paragraphs), all))
                .toString();
    }

    @Override
    public void attach(String issue, String fileName, byte[] png) {
        jira.attach(IssueKey.of(issue), fileName, "image/png", png);
    }

    private static Adf document(List<String> paragraphs) {
        Adf document = Adf.empty();
        for (String paragraph : paragraphs) {
            document = document.paragraph(paragraph);
        }
        return document;
    }
}
