package io.verisim.mock.jira;

import io.verisim.model.message.MessageCodec;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Limits and look-up of entity properties. */
final class EntityProperties {

    private static final int MAX_KEY = 255;
    private static final int MAX_VALUE = 32_768;

    private EntityProperties() {}

    static void check(String key, JsonNode value) {
        if (key.isBlank() || key.length() > MAX_KEY) {
            throw Refusal.of(400, "The property key must have 1 to 255 characters.");
        }
        if (value.isMissingNode() || MessageCodec.mapper().writeValueAsBytes(value).length > MAX_VALUE) {
            throw Refusal.of(400, "The property value must be JSON of at most 32768 characters.");
        }
    }

    static ObjectNode find(Map<String, JsonNode> properties, String key) {
        return Optional.ofNullable(properties.get(key))
                .map(value -> IssueJson.property(key, value))
                .orElseThrow(() -> Refusal.of(404, "The property with key '" + key + "' does not exist."));
    }
}
