package io.verisim.mock.jira;

import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Issues in memory and in one JSON file each; a file is replaced whole, so that a crash leaves the old or the new. */
final class IssueStore {

    private static final long FIRST_ID = 10_000;

    private final Path issueFiles;
    private final Path attachmentFiles;
    private final Map<Long, Issue> issues = new TreeMap<>();
    private final Map<String, Long> idByKey = new TreeMap<>();
    private final SortedSet<String> projects = new TreeSet<>();
    private long lastId = FIRST_ID;

    IssueStore(Path state) throws IOException {
        issueFiles = Files.createDirectories(state.resolve("issues"));
        attachmentFiles = Files.createDirectories(state.resolve("attachments"));
        try (Stream<Path> files = Files.list(issueFiles)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
                remember(MessageCodec.mapper().readValue(Files.readAllBytes(file), Issue.class));
            }
        }
    }

    private void remember(Issue issue) {
        issues.put(issue.id(), issue);
        idByKey.put(issue.key(), issue.id());
        projects.add(issue.project());
        lastId = Math.max(lastId, issue.id());
        issue.comments().forEach(comment -> lastId = Math.max(lastId, comment.id()));
        issue.attachments().forEach(attachment -> lastId = Math.max(lastId, attachment.id()));
    }

    synchronized void addProject(String key) {
        projects.add(key);
    }

    synchronized boolean hasProject(String key) {
        return projects.contains(key);
    }

    synchronized List<String> projects() {
        return List.copyOf(projects);
    }

    /** Ids of issues, comments and attachments are one series. */
    synchronized long nextId() {
        return ++lastId;
    }

    /** Adds an issue; its number within the project is given by the store. */
    synchronized Issue add(Issue draft) {
        long number = issues.values().stream()
                        .filter(issue -> issue.project().equals(draft.project()))
                        .mapToLong(Issue::number)
                        .max()
                        .orElse(0)
                + 1;
        Issue issue = new Issue(
                draft.id(),
                draft.project(),
                number,
                draft.type(),
                draft.summary(),
                draft.description(),
                draft.labels(),
                draft.status(),
                draft.created(),
                draft.updated(),
                draft.comments(),
                draft.attachments(),
                draft.properties());
        save(issue);
        return issue;
    }

    /** Changes one issue while no other request does. */
    synchronized Issue update(long id, UnaryOperator<Issue> change) {
        Issue changed = change.apply(Optional.ofNullable(issues.get(id)).orElseThrow(Refusal::noIssue));
        save(changed);
        return changed;
    }

    synchronized Issue require(String idOrKey) {
        Long id = idOrKey.chars().allMatch(c -> c >= '0' && c <= '9') && idOrKey.length() < 19 && !idOrKey.isEmpty()
                ? Long.valueOf(idOrKey)
                : idByKey.get(idOrKey.toUpperCase(java.util.Locale.ROOT));
        return Optional.ofNullable(id).map(issues::get).orElseThrow(Refusal::noIssue);
    }

    synchronized Optional<Issue> withComment(long commentId) {
        return issues.values().stream()
                .filter(issue -> issue.comments().stream().anyMatch(comment -> comment.id() == commentId))
                .findFirst();
    }

    synchronized Optional<Issue.Attachment> attachment(long id) {
        return issues.values().stream()
                .flatMap(issue -> issue.attachments().stream())
                .filter(attachment -> attachment.id() == id)
                .findFirst();
    }

    synchronized Collection<Issue> all() {
        return new ArrayList<>(issues.values());
    }

    Path attachmentFile(long id) {
        return attachmentFiles.resolve(Long.toString(id));
    }

    private void save(Issue issue) {
        try {
            replace(
                    issueFiles.resolve(issue.key() + ".json"),
                    MessageCodec.mapper().writeValueAsBytes(issue));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep issue " + issue.key(), e);
        }
        remember(issue);
    }

    static void replace(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
