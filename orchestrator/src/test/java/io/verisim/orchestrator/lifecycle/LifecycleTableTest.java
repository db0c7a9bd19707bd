package io.verisim.orchestrator.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.lifecycle.LifecycleTable.Row;
import io.verisim.testkit.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LifecycleTableTest {

    private final LifecycleTable table = LifecycleTable.standard();

    @Test
    void twoRowsForTheSameStateAndTriggerAreRefused() {
        assertThatThrownBy(() -> new LifecycleTable(List.of(
                        new Row(WorkflowState.CREATED, Trigger.START, WorkflowState.PROFILING),
                        new Row(WorkflowState.CREATED, Trigger.START, WorkflowState.SYNTHESIZING))))
                .hasMessageContaining("Two rows for CREATED and START");
    }

    @Test
    void aWayOutOfAFinalStateIsRefused() {
        assertThatThrownBy(() -> new LifecycleTable(
                        List.of(new Row(WorkflowState.COMPLETED, Trigger.RETRY, WorkflowState.PROFILING))))
                .hasMessageContaining("Nothing leaves COMPLETED");
    }

    @Test
    void aReturnFromAStateThatRemembersNothingIsRefused() {
        assertThatThrownBy(() -> new LifecycleTable(List.of(new Row(WorkflowState.PROFILING, Trigger.RESUME, null))))
                .hasMessageContaining("nothing to return to");
    }

    @Test
    void restingStatesReturnWhereTheyCameFrom() {
        assertThat(table.next(WorkflowState.PAUSED, WorkflowState.DISTRIBUTING, Trigger.RESUME))
                .contains(WorkflowState.DISTRIBUTING);
        assertThatThrownBy(() -> table.next(WorkflowState.PAUSED, null, Trigger.RESUME))
                .hasMessageContaining("nobody said where to");
    }

    @Test
    void whatAPersonMayAskDependsOnTheState() {
        assertThat(table.commands(WorkflowState.CREATED)).containsExactly("abort");
        assertThat(table.commands(WorkflowState.SYNTHESIZING)).containsExactly("pause", "skip", "abort");
        assertThat(table.commands(WorkflowState.WAITING_INPUT)).containsExactly("pause", "skip", "abort");
        assertThat(table.commands(WorkflowState.PAUSED)).containsExactly("resume", "skip", "abort");
        assertThat(table.commands(WorkflowState.FAILED)).containsExactly("retry", "skip", "abort");
        assertThat(table.commands(WorkflowState.COMPLETED)).isEmpty();
        assertThat(table.commands(WorkflowState.ABORTED)).isEmpty();
    }

    @Test
    void anIllegalTriggerNamesMachineWorkflowStateTriggerAndHistory() {
        WorkflowId id = new WorkflowId(new UUID(1, 2));
        Transition started = new Transition(
                WorkflowState.CREATED, Trigger.START, WorkflowState.PROFILING, Instant.parse("2026-11-21T10:00:00Z"));
        assertThat(new IllegalTransition(id, WorkflowState.PROFILING, Trigger.RESUME, List.of(started)))
                .hasMessage("Lifecycle 'workflow': workflow " + id
                        + " in state PROFILING does not know RESUME; it came by [CREATED -START-> PROFILING]");
    }

    @Test
    void thePictureInTheDocumentsIsThatOfTheTable() throws IOException {
        Path picture = SharedFiles.projectRoot().orElseThrow().resolve("docs/generated/workflow-states.md");
        String rendered = LifecyclePicture.render(table);
        if (Boolean.getBoolean("verisim.render")) {
            Files.createDirectories(picture.getParent());
            Files.writeString(picture, rendered);
        }
        assertThat(picture)
                .as("render it again: mvn test -pl orchestrator -Dtest=LifecycleTableTest -Dverisim.render=true")
                .hasContent(rendered);
    }
}
