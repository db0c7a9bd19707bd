package io.verisim.testexecutor.runner.playwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunRecordTest {

    private final RunRecord record = new RunRecord(System.nanoTime(), 3);

    @ParameterizedTest
    @ValueSource(strings = {"", "STEP", "STEP x", "STEP -1", "STEP 3", "STEP 99999999999", "step 0", "READY"})
    void whatMakesNoSenseIsPassedOver(String line) {
        record.hear(line);
        assertThat(record.steps()).isEmpty();
        assertThat(record.ended()).isFalse();
    }

    @Test
    void aStepThatComesAgainOrTooLateSaysNothing() {
        for (String line : new String[] {"STEP 0", "STEP 2", "STEP 2", "STEP 1"}) {
            record.hear(line);
        }
        assertThat(record.steps()).extracting(RunRecord.StepStart::index).containsExactly(0, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"END", "END GONE", "END passed x", "END WHATEVER eA=="})
    void anEndingThatIsNoneIsAnError(String line) {
        record.hear(line);
        assertThat(record.ended()).isTrue();
        assertThat(record.end()).isEqualTo(RunRecord.End.ERROR);
    }

    @Test
    void anEndingMayHaveAMessageThatCannotBeRead() {
        record.hear("END FAILED ***");
        assertThat(record.end()).isEqualTo(RunRecord.End.FAILED);
        assertThat(record.message()).contains("cannot be read");
    }

    @Test
    void aLongMessageIsCut() {
        byte[] message = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        record.hear("END FAILED " + Base64.getEncoder().encodeToString(message));
        assertThat(record.message()).hasSizeLessThan(10_000);
    }

    @Test
    void ofALineWithoutEndOnlyTheBeginningIsKept() throws IOException {
        String said = "a".repeat(1_000_000) + "\nSTEP 1\nlast";
        BoundedLines lines = new BoundedLines(new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)), 10);
        assertThat(lines.next()).isEqualTo("a".repeat(10));
        assertThat(lines.next()).isEqualTo("STEP 1");
        assertThat(lines.next()).isEqualTo("last");
        assertThat(lines.next()).isNull();
    }
}
