package io.verisim.orchestrator.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.verisim.model.message.MessageCodec;
import io.verisim.orchestrator.pipeline.PipelineFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {

    private ConfigurationReader reader;

    @BeforeEach
    void open() throws IOException {
        try (InputStream schema = resource("workflow.schema.json");
                InputStream pipeline = resource("pipeline.yaml")) {
            reader = new ConfigurationReader(schema, PipelineFile.read(pipeline));
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                ConfigurationReaderTest.class.getResourceAsStream("/verisim/orchestrator/" + name));
    }

    private List<String> problems(String json) {
        ConfigurationReader.Invalid invalid =
                catchThrowableOfType(ConfigurationReader.Invalid.class, () -> reader.read(bytes(json)));
        return invalid.problems().stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aDocumentSurvivesTheRoundTrip() {
        String json = """
                {"name":"a","tags":["x"],"synthesis":{"rows":10,"seed":-1,"parameters":{"k":[1,2,{"z":true}]}},\
                "targets":[{"name":"t","type":"file","anything":{"goes":true}}],"tests":{"framework":"playwright"}}""";
        WorkflowConfiguration read = reader.read(bytes(json));
        assertThat(MessageCodec.mapper().readTree(MessageCodec.mapper().writeValueAsBytes(read)))
                .isEqualTo(MessageCodec.mapper().readTree(json));
        assertThat(read.section("synthesis")).containsEntry("rows", 10);
        assertThat(read.entries("targets")).hasSize(1);
    }

    @Test
    void everyProblemIsReportedAtOnce() {
        assertThat(problems("{\"extra\": 1, \"synthesis\": {\"rows\": 0}, \"targets\": [{\"name\": \"t\"}]}"))
                .hasSize(4)
                .anyMatch(problem -> problem.contains("extra"))
                .anyMatch(problem -> problem.startsWith("/synthesis/rows"))
                .anyMatch(problem -> problem.startsWith("/targets/0"))
                .anyMatch(problem -> problem.contains("name"));
    }

    @Test
    void limitsOfThePrivacyGateLieBetweenZeroAndOne() {
        String json = "{\"name\": \"a\", \"synthesis\": {\"privacy\": {\"limits\": {\"nearCopies\": %s}}}}";

        assertThat(reader.read(bytes(String.format(json, "0.1"))).section("synthesis"))
                .containsKey("privacy");
        assertThat(problems(String.format(json, "2")))
                .singleElement()
                .asString()
                .startsWith("/synthesis/privacy/limits/nearCopies");
    }

    @Test
    void whatIsNoJsonIsSaidToBeNone() {
        assertThat(problems("{\"name\": ")).singleElement().asString().contains("no JSON");
    }

    @Test
    void stagesThatNeedEachOtherAreLeftOutTogether() {
        assertThat(problems("{\"name\": \"a\", \"skipStages\": [\"profile\"]}"))
                .singleElement()
                .asString()
                .contains("Stage 'synthesize' needs 'sensitivity'");
        assertThat(reader.read(bytes(
                                "{\"name\": \"a\", \"skipStages\": [\"build_tests\", \"execute_tests\", \"report\"]}"))
                        .skipStages())
                .hasSize(3);
    }

    @Test
    void twoTargetsOfOneNameAndStagesThatDoNotExistAreRefused() {
        assertThat(problems("""
                                {"name": "a", "skipStages": ["cook"],
                                 "targets": [{"name": "t", "type": "file"}, {"name": "t", "type": "file"}]}"""))
                .anyMatch(problem -> problem.contains("no stage 'cook'"))
                .anyMatch(problem -> problem.startsWith("/targets/1/name"));
    }
}
