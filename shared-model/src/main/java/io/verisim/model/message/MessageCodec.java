package io.verisim.model.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages and documents to JSON (UTF-8) and back. Unknown properties are ignored, so that minor versions may add. */
public final class MessageCodec {

    /** Beyond this a message is refused: data belongs in artifacts. */
    public static final int MAX_BYTES = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private MessageCodec() {}

    /** The mapper that messages and artifact documents share. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static byte[] encode(Envelope envelope) {
        byte[] bytes = MAPPER.writeValueAsBytes(envelope);
        if (bytes.length > MAX_BYTES) {
            throw new MalformedMessage("A " + envelope.type() + " of " + bytes.length + " bytes exceeds " + MAX_BYTES
                    + "; put its data into an artifact");
        }
        return bytes;
    }

    /**
     * Reads a message.
     *
     * @throws MalformedMessage where the bytes are no message of this contract; the reason says what is wrong
     */
    public static Envelope decode(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedMessage("A message of " + bytes.length + " bytes exceeds " + MAX_BYTES);
        }
        try {
            JsonNode tree = MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
            if (!(tree instanceof ObjectNode object)) {
                throw new MalformedMessage("A message is a JSON object");
            }
            checkVersion(object.path("schemaVersion").asString(""));
            MessageType type = MessageType.of(object.path("type").asString(""));
            Payload payload = MAPPER.treeToValue(object.path("payload"), payloadClass(type));
            object.remove("payload");
            Header header = MAPPER.treeToValue(object, Header.class);
            return header.with(type, payload);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new MalformedMessage(
                    "Not a message of contract " + Envelope.SCHEMA_VERSION + ": " + e.getMessage(), e);
        }
    }

    private static void checkVersion(String version) {
        String major = Envelope.SCHEMA_VERSION.substring(0, Envelope.SCHEMA_VERSION.indexOf('.') + 1);
        if (!version.startsWith(major)) {
            throw new MalformedMessage("Contract version '" + version + "' is not " + major + "x");
        }
    }

    private static Class<? extends Payload> payloadClass(MessageType type) {
        return switch (type) {
            case DATA_READY -> DataReady.class;
            case PROCESSING_COMPLETE -> ProcessingComplete.class;
            case ERROR_OCCURRED -> ErrorOccurred.class;
            case STATUS_UPDATE -> StatusUpdate.class;
            case REQUEST_INPUT -> RequestInput.class;
            case CONTROL -> Control.class;
        };
    }

    /** Bytes that are no message of this contract. */
    public static final class MalformedMessage extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;

        MalformedMessage(String message) {
            super(message);
        }

        MalformedMessage(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
