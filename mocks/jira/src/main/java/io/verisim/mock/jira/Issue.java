package io.verisim.mock.jira;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An issue as it is kept. */
record Issue(
        long id,
        String project,
        long number,
        IssueType type,
        String summary,
        @Nullable JsonNode description,
        List<String> labels,
        IssueStatus status,
        Instant created,
        Instant updated,
        List<Comment> comments,
        List<Attachment> attachments,
        Map<String, JsonNode> properties) {

    Issue {
        labels = List.copyOf(labels);
        comments = List.copyOf(comments);
        attachments = List.copyOf(attachments);
        properties = Map.copyOf(properties);
    }

    String key() {
        return project + "-" + number;
    }

    Issue withStatus(IssueStatus to, Instant now) {
        return with(to, now, comments, attachments, properties);
    }

    Issue withComment(Comment comment, Instant now) {
        List<Comment> all = new ArrayList<>(comments);
        all.removeIf(other -> other.id() == comment.id());
        all.add(comment);
        all.sort(Comparator.comparingLong(Comment::id));
        return with(status, now, all, attachments, properties);
    }

    Issue withAttachment(Attachment attachment, Instant now) {
        List<Attachment> all = new ArrayList<>(attachments);
        all.add(attachment);
        return with(status, now, comments, all, properties);
    }

    Issue withProperties(Map<String, JsonNode> all) {
        return with(status, updated, comments, attachments, all);
    }

    /** What may change; everything else stays. */
    private Issue with(
            IssueStatus newStatus,
            Instant newUpdated,
            List<Comment> newComments,
            List<Attachment> newAttachments,
            Map<String, JsonNode> newProperties) {
        return new Issue(
                id,
                project,
                number,
                type,
                summary,
                description,
                labels,
                newStatus,
                created,
                newUpdated,
                newComments,
                newAttachments,
                newProperties);
    }

    Issue withProperty(String name, JsonNode value) {
        Map<String, JsonNode> all = new LinkedHashMap<>(properties);
        all.put(name, value);
        return withProperties(all);
    }

    /** A comment with its entity properties. */
    record Comment(long id, JsonNode body, Instant created, Map<String, JsonNode> properties) {

        Comment {
            properties = Map.copyOf(properties);
        }

        Comment withProperty(String name, JsonNode value) {
            Map<String, JsonNode> all = new LinkedHashMap<>(properties);
            all.put(name, value);
            return new Comment(id, body, created, all);
        }
    }

    /** An attachment; its bytes lie in a file of their own. */
    record Attachment(long id, String filename, String mimeType, long size, Instant created) {}
}
