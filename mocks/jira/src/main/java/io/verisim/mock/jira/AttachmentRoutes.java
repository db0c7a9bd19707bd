package io.verisim.mock.jira;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Attachments: upload with the token header, download. */
final class AttachmentRoutes {

    private static final int MULTIPART_OVERHEAD = 64 << 10;
    private static final Set<String> SHOWN_INLINE = Set.of("image/png", "image/jpeg", "image/gif");

    private final IssueStore store;
    private final IssueJson json;
    private final Clock clock;
    private final long maxBytes;

    AttachmentRoutes(IssueStore store, IssueJson json, Clock clock, long maxBytes) {
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    void register(Router router) {
        router.api("POST", "/issue/{}/attachments", this::add);
        router.api("GET", "/attachment/{}", this::metadata);
        router.api("GET", "/attachment/content/{}", this::content);
        // The page for people has no sign-in, as everything here listens on the loopback address only.
        router.page("/secure/attachment/{}", this::content);
    }

    private void add(Call call) throws IOException {
        if (!call.header("X-Atlassian-Token").orElse("").equals("no-check")) {
            call.text(403, "XSRF check failed");
            return;
        }
        Issue issue = store.require(call.path(0));
        byte[] body = call.body(maxBytes + MULTIPART_OVERHEAD);
        ArrayNode added = JsonNodeFactory.instance.arrayNode();
        for (Multipart.Part part : Multipart.parse(call.header("Content-Type").orElse(""), body)) {
            if (part.name().equals("file") && part.filename() != null) {
                added.add(json.attachment(save(issue, part, part.filename())));
            }
        }
        call.json(200, added);
    }

    private Issue.Attachment save(Issue issue, Multipart.Part part, String filename) throws IOException {
        if (part.content().length > maxBytes) {
            throw Refusal.of(
                    413, "The attachment is too large. The maximum attachment size allowed is " + maxBytes + " bytes.");
        }
        Instant now = clock.instant();
        Issue.Attachment attachment =
                new Issue.Attachment(store.nextId(), filename, part.mimeType(), part.content().length, now);
        IssueStore.replace(store.attachmentFile(attachment.id()), part.content());
        store.update(issue.id(), current -> current.withAttachment(attachment, now));
        return attachment;
    }

    private Issue.Attachment find(Call call) {
        Optional<Issue.Attachment> found = store.attachment(call.pathId(0));
        return found.orElseThrow(() -> Refusal.of(404, "The attachment with id '" + call.path(0) + "' does not exist"));
    }

    private void metadata(Call call) throws IOException {
        call.json(200, json.attachment(find(call)));
    }

    private void content(Call call) throws IOException {
        Issue.Attachment attachment = find(call);
        boolean inline = SHOWN_INLINE.contains(attachment.mimeType());
        call.responseHeader("Content-Disposition", inline ? "inline" : "attachment");
        call.send(
                200,
                inline ? attachment.mimeType() : "application/octet-stream",
                Files.readAllBytes(store.attachmentFile(attachment.id())));
    }
}
