package io.verisim.orchestrator.workflow.application;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.WorkflowId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An error as it was kept (requirement E7).
 *
 * @param id names it
 * @param type its code
 * @param category decides what follows
 * @param message what is wrong and where
 * @param remedy what can be done about it
 * @param context all places and figures that the agent told
 * @param affected the data and the work concerned: file, table, row, column where they are known, and always the work
 * @param at when
 * @param agent who told it
 * @param stage stage of the pipeline
 * @param step step of the stage
 * @param task the task; null where the step could not be planned
 * @param attempt at which attempt; 0 without a task
 * @param decision what followed
 * @param action what fits its category
 */
public record ErrorRecord(
        UUID id,
        String type,
        ErrorCategory category,
        String message,
        String remedy,
        Map<String, String> context,
        Map<String, String> affected,
        Instant at,
        String agent,
        String stage,
        String step,
        @Nullable UUID task,
        int attempt,
        String decision,
        Action action) {

    private static final String[] DATA = {"file", "table", "row", "column"};

    /**
     * What a person does about an error.
     *
     * @param name such as {@code fix_data}
     * @param sentence what is to be done
     * @param link relative address of the place where it is done
     * @param command the same on the command line
     */
    public record Action(String name, String sentence, String link, String command) {

        static Action of(ErrorCategory category, Map<String, String> affected, WorkflowId workflow) {
            String page = "/workflow.html?id=" + workflow + "#commands";
            String resume = "verisim resume " + workflow;
            return switch (category) {
                case CONFIGURATION ->
                    new Action(
                            "fix_configuration",
                            "Correct the configuration and start again with it.",
                            "/api/v1/schemas/workflow",
                            "verisim run FILE");
                case DATA ->
                    new Action(
                            "fix_data",
                            "Correct " + place(affected) + ", or the schema, then start again or retry.",
                            page,
                            "verisim retry " + workflow);
                case INTEGRATION ->
                    new Action(
                            "check_service",
                            "Check the service and the credentials for it, then resume.",
                            page,
                            resume);
                case RESOURCE ->
                    new Action(
                            "more_resources",
                            "Give more memory or disk, or use fewer rows, then resume.",
                            page,
                            resume);
                case TRANSIENT ->
                    new Action("wait", "Nothing while it is tried again; resume where it has paused.", page, resume);
            };
        }

        private static String place(Map<String, String> affected) {
            StringBuilder place = new StringBuilder();
            for (String part : new String[] {"row", "column", "table", "file"}) {
                String value = affected.get(part);
                if (value != null) {
                    place.append(place.isEmpty() ? "" : ", ")
                            .append(part)
                            .append(' ')
                            .append(value);
                }
            }
            return place.isEmpty() ? "the row or column named" : place.toString();
        }
    }

    /**
     * Where an error happened.
     *
     * @param key names the task within the step
     */
    public record Place(
            WorkflowId workflow,
            String agent,
            String stage,
            String step,
            String key,
            @Nullable UUID task,
            int attempt) {}

    public ErrorRecord {
        context = Map.copyOf(context);
        affected = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(affected));
    }

    /** The record of an error, with the action that fits it. */
    public static ErrorRecord of(UUID id, ErrorDetail error, Place place, String decision, Instant at) {
        Map<String, String> affected = new LinkedHashMap<>();
        for (String part : DATA) {
            String value = error.context().get(part);
            if (value != null) {
                affected.put(part, value);
            }
        }
        affected.put("work", place.key().equals(place.step()) ? place.step() : place.step() + " " + place.key());
        return new ErrorRecord(
                id,
                error.code(),
                error.category(),
                error.message(),
                error.remedy(),
                error.context(),
                affected,
                at,
                place.agent(),
                place.stage(),
                place.step(),
                place.task(),
                place.attempt(),
                decision,
                Action.of(error.category(), affected, place.workflow()));
    }
}
