package io.verisim.orchestrator.trigger.adapter;

import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.VerisimException;
import io.verisim.model.id.IdSource;
import io.verisim.model.id.WorkflowId;
import io.verisim.model.message.MessageCodec;
import io.verisim.orchestrator.configuration.ConfigurationReader;
import io.verisim.orchestrator.jdbc.adapter.Columns;
import io.verisim.orchestrator.trigger.Trigger;
import io.verisim.orchestrator.trigger.TriggerBook;
import io.verisim.orchestrator.workflow.application.NoSuchWorkflow;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Makes, lists, switches and deletes triggers. */
@RestController
@RequestMapping("/api/v1/triggers")
public final class TriggersController {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int LONGEST_TEXT = 2_000;

    private final TriggerBook book;
    private final ConfigurationReader configurations;
    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;

    public TriggersController(
            TriggerBook book, ConfigurationReader configurations, JdbcClient jdbc, IdSource ids, Clock clock) {
        this.book = book;
        this.configurations = configurations;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where workflows take their data from: an earlier workflow. */
    record Source(@Nullable WorkflowId workflow) {}

    /** What is asked for. */
    record Asked(
            @Nullable String name,
            @Nullable String jql,
            @Nullable String every,
            @Nullable String credentials,
            @Nullable Map<String, Object> configuration,
            @Nullable Source source) {}

    /** A trigger as it is shown. */
    record View(
            UUID id,
            String name,
            String jql,
            String every,
            String credentials,
            boolean enabled,
            Instant createdAt,
            Instant nextPollAt,
            @Nullable Instant lastPollAt,
            @Nullable WorkflowId lastWorkflow,
            @Nullable String problem) {

        static View of(Trigger trigger) {
            return new View(
                    trigger.id(),
                    trigger.name(),
                    trigger.order().jql(),
                    trigger.order().every().toString(),
                    trigger.order().credentials(),
                    trigger.enabled(),
                    trigger.createdAt(),
                    trigger.nextPollAt(),
                    trigger.lastPollAt(),
                    trigger.lastWorkflow(),
                    trigger.problem());
        }
    }

    @PostMapping
    ResponseEntity<View> add(@RequestBody Asked asked) {
        Instant now = clock.instant();
        Trigger trigger = new Trigger(
                ids.next(),
                text("name", asked.name()),
                new Trigger.Order(
                        text("jql", asked.jql()),
                        every(text("every", asked.every())),
                        asked.credentials() == null ? "jira" : text("credentials", asked.credentials()),
                        configurations.read(MessageCodec.mapper()
                                .writeValueAsBytes(asked.configuration() == null ? Map.of() : asked.configuration())),
                        source(asked.source())),
                true,
                now,
                now,
                null,
                null,
                null);
        book.add(trigger);
        return ResponseEntity.created(URI.create("/api/v1/triggers/" + trigger.id()))
                .body(View.of(trigger));
    }

    private static String text(String what, @Nullable String given) {
        if (given == null || given.isBlank() || given.length() > LONGEST_TEXT) {
            throw wrong(what, "is a text of 1 to " + LONGEST_TEXT + " characters");
        }
        return given;
    }

    private static Duration every(String text) {
        try {
            Duration every = DurationStyle.detectAndParse(text);
            if (every.compareTo(SHORTEST) >= 0 && every.compareTo(LONGEST) <= 0) {
                return every;
            }
        } catch (IllegalArgumentException e) {
            throw wrong("every", "is a time such as 30s, 5m or PT5M");
        }
        throw wrong("every", "lies within 1 s and 7 days");
    }

    private ArtifactRef source(@Nullable Source source) {
        WorkflowId workflow = source == null ? null : source.workflow();
        if (workflow == null) {
            throw wrong("source", "names the workflow whose source is taken: {\"workflow\": ID}");
        }
        return jdbc.sql("SELECT source FROM workflow_executions WHERE id = :id")
                .param("id", workflow.value())
                .query((row, number) -> Columns.json(row, "source", ArtifactRef.class))
                .optional()
                .orElseThrow(() -> new NoSuchWorkflow(workflow));
    }

    private static VerisimException wrong(String what, String rule) {
        return VerisimException.configuration(
                "TRIGGER_INVALID", "'" + what + "' of the trigger is not usable.", "It " + rule + ".");
    }

    @GetMapping
    Map<String, List<View>> all() {
        return Map.of("triggers", book.all().stream().map(View::of).toList());
    }

    @PostMapping("/{id}/on")
    Map<String, Object> on(@PathVariable UUID id) {
        return done(book.switchTo(id, true, clock.instant()), id, "on");
    }

    @PostMapping("/{id}/off")
    Map<String, Object> off(@PathVariable UUID id) {
        return done(book.switchTo(id, false, clock.instant()), id, "off");
    }

    @DeleteMapping("/{id}")
    Map<String, Object> remove(@PathVariable UUID id) {
        return done(book.remove(id), id, "deleted");
    }

    private static Map<String, Object> done(boolean found, UUID id, String status) {
        if (!found) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no trigger " + id + ".");
        }
        return Map.of("id", id, "status", status);
    }
}
