package io.verisim.orchestrator.workflow.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.error.ErrorCategory;
import io.verisim.model.error.ErrorDetail;
import io.verisim.model.id.WorkflowId;
import io.verisim.testkit.Property;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Property 14: an error record is complete, whatever the error. */
class ErrorRecordPropertyTest {

    private static final Map<ErrorCategory, String> ACTIONS = Map.of(
            ErrorCategory.CONFIGURATION, "fix_configuration",
            ErrorCategory.DATA, "fix_data",
            ErrorCategory.INTEGRATION, "check_service",
            ErrorCategory.RESOURCE, "more_resources",
            ErrorCategory.TRANSIENT, "wait");

    @Property
    void everyRecordHoldsWhatWhereWhenWhoAndTheActionOfItsCategory(RandomGenerator random, int size) {
        ErrorCategory category = ErrorCategory.values()[random.nextInt(ErrorCategory.values().length)];
        Map<String, String> context = new HashMap<>();
        for (String name : List.of("file", "table", "row", "column", "host", "field")) {
            if (random.nextBoolean()) {
                context.put(name, name + random.nextInt(1 + size));
            }
        }
        ErrorDetail error = ErrorDetail.of(category, "CODE_" + random.nextInt(9), "It is wrong.", "Put it right.")
                .withContext(context);
        WorkflowId workflow = new WorkflowId(new UUID(random.nextLong(), random.nextLong()));
        boolean planned = random.nextBoolean();
        ErrorRecord.Place place = new ErrorRecord.Place(
                workflow,
                "data-processor",
                "profile",
                "profile",
                random.nextBoolean() ? "profile" : "second",
                planned ? new UUID(1, 2) : null,
                planned ? 1 + random.nextInt(4) : 0);
        Instant at = Instant.ofEpochSecond(random.nextInt(1_000_000));
        ErrorRecord record = ErrorRecord.of(new UUID(3, 4), error, place, "Paused.", at);

        assertThat(record.type()).isEqualTo(error.code());
        assertThat(record.category()).isEqualTo(category);
        assertThat(record.context()).isEqualTo(context);
        assertThat(record.affected()).containsKey("work");
        for (String name : List.of("file", "table", "row", "column")) {
            assertThat(record.affected().get(name)).isEqualTo(context.get(name));
        }
        assertThat(record.at()).isEqualTo(at);
        assertThat(List.of(record.agent(), record.stage(), record.step(), record.message(), record.remedy()))
                .allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(record.attempt()).isEqualTo(place.attempt());
        assertThat(record.decision()).isEqualTo("Paused.");
        assertThat(record.action().name()).isEqualTo(ACTIONS.get(category));
        assertThat(record.action().sentence()).endsWith(".");
        assertThat(record.action().link()).as("relative").startsWith("/").doesNotStartWith("//");
        assertThat(record.action().command()).startsWith("verisim ");
        if (category == ErrorCategory.DATA && context.containsKey("row")) {
            assertThat(record.action().sentence()).contains("row " + context.get("row"));
        }
    }
}
