package io.verisim.testexecutor.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An issue tracker in memory. */
final class FakeTracker implements IssueTracker {

    final Map<String, List<String>> comments = new LinkedHashMap<>();
    final Map<String, String> statuses = new HashMap<>();
    final Map<String, Bug> bugs = new LinkedHashMap<>();
    final Map<String, Set<String>> attachments = new HashMap<>();
    private final Set<String> marks = new HashSet<>();

    @Override
    public boolean keeps(String issue) {
        return !issue.contains(".feature");
    }

    @Override
    public void comment(String issue, List<String> paragraphs, String mark) {
        if (marks.add(mark)) {
            comments.computeIfAbsent(issue, key -> new ArrayList<>()).add(String.join("\n", paragraphs));
        }
    }

    @Override
    public void move(String issue, String status) {
        statuses.put(issue, status);
    }

    @Override
    public Optional<Bug> findBug(String project, String label) {
        return bugs.values().stream()
                .filter(bug -> bug.labels().contains(label))
                .findFirst();
    }

    @Override
    public String openBug(String project, List<String> labels, String summary, List<String> paragraphs) {
        String key = project + "-" + (100 + bugs.size());
        bugs.put(key, new Bug(key, labels));
        return key;
    }

    @Override
    public void attach(String issue, String fileName, byte[] png) {
        attachments.computeIfAbsent(issue, key -> new HashSet<>()).add(fileName);
    }
}
