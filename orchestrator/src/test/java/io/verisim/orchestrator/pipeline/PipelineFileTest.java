package io.verisim.orchestrator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PipelineFileTest {

    private static String text() throws IOException {
        try (InputStream in = PipelineFileTest.class.getResourceAsStream("/verisim/orchestrator/pipeline.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Pipeline read(String yaml) {
        return PipelineFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void thePipelineHasOneStageForEachWorkingState() throws IOException {
        Pipeline pipeline = read(text());
        assertThat(pipeline.stages())
                .extracting(Stage::name)
                .containsExactly("profile", "synthesize", "distribute", "build_tests", "execute_tests", "report");
        assertThat(pipeline.taskTypes()).hasSize(10).doesNotHaveDuplicates();
        assertThat(pipeline.awaitedBy(pipeline.step("publish_results")))
                .extracting(Step::name)
                .containsExactly("detect");
    }

    @Test
    void aStepThatTakesWhatNobodyYieldsIsRefused() throws IOException {
        String broken = text().replace("inputs: [model]", "inputs: [moddle]");
        assertThatThrownBy(() -> read(broken)).hasMessageContaining("'sample' takes 'moddle'");
    }

    @Test
    void aStepThatFollowsALaterOneIsRefused() throws IOException {
        String broken = text().replace("follow-ups of fit", "follow-ups of load");
        assertThatThrownBy(() -> read(broken)).hasMessageContaining("no earlier step");
    }

    @Test
    void aWordThatIsNotKnownIsRefused() throws IOException {
        assertThatThrownBy(() -> read(text().replace("forEach: once", "forEach: twice")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> read(text().replace("background: true", "backgruond: true")))
                .hasMessageContaining("backgruond");
    }

    @Test
    void stagesInAnotherOrderThanTheirStatesAreRefused() throws IOException {
        String broken = text().replace("state: PROFILING", "state: REPORTING");
        assertThatThrownBy(() -> read(broken)).hasMessageContaining("The stages have states");
    }
}
