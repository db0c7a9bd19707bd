package io.verisim.model.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import io.verisim.model.artifact.ArtifactRef;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Holds the published AsyncAPI document against the records: properties, types, what is required, closed sets. */
class AsyncApiTest {

    private static final JsonNode DOCUMENT = read();

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Files.readAllBytes(Path.of("../docs/messages/asyncapi.yaml")));
        } catch (IOException e) {
            throw new AssertionError("docs/messages/asyncapi.yaml cannot be read", e);
        }
    }

    static Stream<Class<?>> documented() {
        return Stream.of(
                Envelope.class,
                DataReady.class,
                ProcessingComplete.class,
                ErrorOccurred.class,
                StatusUpdate.class,
                RequestInput.class,
                Control.class,
                TaskAttempt.class,
                FollowUp.class,
                CostRecord.class,
                TaskTypeInfo.class,
                ArtifactRef.class,
                TableSchema.class,
                ColumnSchema.class,
                ErrorDetail.class);
    }

    @ParameterizedTest
    @MethodSource("documented")
    void aRecordIsPublishedAsItIs(Class<?> type) {
        JsonNode schema = DOCUMENT.at("/components/schemas/" + type.getSimpleName());
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            JsonNode property = schema.path("properties").path(component.getName());
            assertThat(describe(property))
                    .as(type.getSimpleName() + "." + component.getName())
                    .isEqualTo(expected(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        assertThat(schema.path("properties").size()).isEqualTo(type.getRecordComponents().length);
        assertThat(strings(schema.path("required"))).containsExactlyInAnyOrderElementsOf(required);
    }

    @Test
    void theDocumentHasEveryMessageAndTheVersionOfTheContract() {
        assertThat(DOCUMENT.at("/info/version").asString()).isEqualTo(Envelope.SCHEMA_VERSION);
        assertThat(DOCUMENT.at("/components/messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MessageType.values())
                        .map(MessageType::toString)
                        .toList());
    }

    @Test
    void theDocumentNamesTheQueuesOfTheCode() {
        List<String> addresses = DOCUMENT.path("channels")
                .valueStream()
                .map(channel -> channel.path("address").asString())
                .toList();
        assertThat(addresses)
                .containsExactlyInAnyOrder(
                        QueueNames.task("{taskType}"),
                        "verisim.control.{agent}.{instance}",
                        QueueNames.EVENTS,
                        QueueNames.ORCHESTRATOR,
                        QueueNames.PARKING);
    }

    private static String describe(JsonNode property) {
        if (property.has("$ref")) {
            String ref = property.path("$ref").asString();
            String name = ref.substring(ref.lastIndexOf('/') + 1);
            JsonNode target = DOCUMENT.at("/components/schemas/" + name);
            return target.has("enum") ? "enum" + strings(target.path("enum")) : name;
        }
        String type = property.path("type").asString("missing");
        return switch (type) {
            case "array" -> "array of " + describe(property.path("items"));
            case "object" ->
                property.has("additionalProperties")
                                && property.path("additionalProperties").isObject()
                        ? "map of " + describe(property.path("additionalProperties"))
                        : "object";
            default -> property.has("enum") ? "enum" + strings(property.path("enum")) : type;
        };
    }

    private static String expected(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == List.class) {
                return "array of " + expected(last);
            }
            return last == Object.class ? "object" : "map of " + expected(last);
        }
        return expectedClass((Class<?>) type);
    }

    private static String expectedClass(Class<?> type) {
        if (type.isEnum()) {
            return "enum"
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .toList();
        }
        if (type == long.class || type == int.class || type == Long.class || type == Integer.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class) {
            return "number";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        boolean plain = Arrays.stream(type.getMethods()).anyMatch(m -> m.isAnnotationPresent(JsonValue.class));
        return type == Payload.class ? "object" : plain || !type.isRecord() ? "string" : type.getSimpleName();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
