package io.verisim.mock.jira;

import java.io.Serial;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request that Jira refuses: status and error collection. */
final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> messages;
    private final transient Map<String, String> fields;

    private Refusal(int status, List<String> messages, Map<String, String> fields) {
        super(messages + " " + fields);
        this.status = status;
        this.messages = messages;
        this.fields = fields;
    }

    static Refusal of(int status, String message) {
        return new Refusal(status, List.of(message), Map.of());
    }

    static Refusal fields(Map<String, String> fields) {
        return new Refusal(400, List.of(), fields);
    }

    static Refusal noIssue() {
        return of(404, "Issue does not exist or you do not have permission to see it.");
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        messages.forEach(body.putArray("errorMessages")::add);
        ObjectNode errors = body.putObject("errors");
        fields.forEach(errors::put);
        return body;
    }
}
