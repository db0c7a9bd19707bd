package io.verisim.model.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class GoldenMessagesTest {

    static Stream<String> kinds() {
        return SampleMessages.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aMessageIsWrittenAsItsGoldenFile(String kind) throws IOException {
        JsonNode written = MessageCodec.mapper().readTree(MessageCodec.encode(sample(kind)));
        assertThat(written).isEqualTo(MessageCodec.mapper().readTree(golden(kind)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aGoldenFileIsReadAsItsMessage(String kind) throws IOException {
        Envelope read = MessageCodec.decode(golden(kind));
        Envelope expected = sample(kind);
        assertThat(tree(read)).isEqualTo(tree(expected));
        assertThat(read.payload()).hasSameClassAs(expected.payload());
    }

    @Test
    void everyMessageTypeAndStatusKindHasAGoldenFile() {
        Map<MessageType, Long> byType = SampleMessages.all().values().stream()
                .collect(Collectors.groupingBy(Envelope::type, Collectors.counting()));
        assertThat(byType.keySet()).containsExactlyInAnyOrder(MessageType.values());
        assertThat(byType.get(MessageType.STATUS_UPDATE)).isEqualTo(StatusKind.values().length);
    }

    @Test
    void aReaderIgnoresWhatALaterMinorVersionAdds() throws IOException {
        String later = new String(golden("control"), StandardCharsets.UTF_8)
                .replace("\"1.0\"", "\"1.7\"")
                .replaceFirst("\\{", "{\"priority\": 3, ");
        assertThat(MessageCodec.decode(later.getBytes(StandardCharsets.UTF_8)).type())
                .isEqualTo(MessageType.CONTROL);
    }

    @Test
    void aReaderRefusesAnotherMajorVersionAndSaysWhich() throws IOException {
        String other = new String(golden("control"), StandardCharsets.UTF_8).replace("\"1.0\"", "\"2.0\"");
        assertThatThrownBy(() -> MessageCodec.decode(other.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MessageCodec.MalformedMessage.class)
                .hasMessageContaining("'2.0'");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNoMessageIsRefused(String text) {
        assertThatThrownBy(() -> MessageCodec.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MessageCodec.MalformedMessage.class);
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "null",
                "[]",
                "{",
                "hello",
                "{\"schemaVersion\":\"1.0\"}",
                "{\"schemaVersion\":\"1.0\",\"type\":\"control\",\"payload\":{\"action\":\"explode\"}}",
                "{\"schemaVersion\":\"1.0\",\"type\":\"control\",\"payload\":null}");
    }

    @Test
    void aMessageThatCarriesDataIsRefusedForItsSize() {
        Control large = new Control(ControlAction.CANCEL, "x".repeat(MessageCodec.MAX_BYTES));
        Envelope sample = sample("control");
        Envelope envelope = new Envelope(
                sample.id(),
                sample.type(),
                sample.sender(),
                sample.recipient(),
                sample.correlationId(),
                sample.taskId(),
                1,
                null,
                sample.timestamp(),
                sample.schemaVersion(),
                large);
        assertThatThrownBy(() -> MessageCodec.encode(envelope)).hasMessageContaining("artifact");
    }

    private static JsonNode tree(Envelope envelope) {
        return MessageCodec.mapper().readTree(MessageCodec.encode(envelope));
    }

    private static Envelope sample(String kind) {
        return Objects.requireNonNull(SampleMessages.all().get(kind));
    }

    private static byte[] golden(String kind) throws IOException {
        try (InputStream in = GoldenMessagesTest.class.getResourceAsStream("/golden/" + kind + ".json")) {
            return Objects.requireNonNull(in, () -> "no golden file for " + kind)
                    .readAllBytes();
        }
    }
}
