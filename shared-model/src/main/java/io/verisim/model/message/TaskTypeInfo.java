package io.verisim.model.message;

import java.util.Map;

/**
 * A task type that an agent offers.
 *
 * @param taskType name of the type; its queue is named after it
 * @param description what it does, in one sentence
 * @param parameterSchema JSON Schema (2020-12) of its parameters
 */
public record TaskTypeInfo(String taskType, String description, Map<String, Object> parameterSchema) {

    public TaskTypeInfo {
        parameterSchema = Documents.immutable(parameterSchema);
    }
}
