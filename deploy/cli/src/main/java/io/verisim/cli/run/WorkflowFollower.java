package io.verisim.cli.run;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Console;
import io.verisim.cli.client.OrchestratorClient;
import io.verisim.model.error.VerisimException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Follows a workflow to its end and tells, stage by stage, what happens. */
final class WorkflowFollower {

    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "ABORTED");
    private static final Set<String> STOPPED = Set.of("PAUSED", "WAITING_INPUT");
    private static final long POLL_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final OrchestratorClient client;
    private final Console console;
    private final Map<String, String> told = new HashMap<>();

    WorkflowFollower(OrchestratorClient client, Console console) {
        this.client = client;
        this.console = console;
    }

    /** Returns when the workflow has ended, or waits for a person; its status document. */
    JsonNode follow(String workflow) throws InterruptedException {
        while (true) {
            JsonNode document = look(workflow);
            tell(document);
            String status = document.path("status").asString("");
            if (ENDED.contains(status) || STOPPED.contains(status)) {
                return document;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** What was killed is started again, and the workflow goes on: it is worth asking again for a while. */
    private JsonNode look(String workflow) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return client.get("/api/v1/workflows/" + workflow);
            } catch (CommandFailure | VerisimException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
        }
    }

    private void tell(JsonNode document) {
        for (JsonNode stage : document.path("stages")) {
            String name = stage.path("name").asString("");
            String status = stage.path("status").asString("");
            String sentence = stage.path("sentence").asString("");
            switch (status) {
                case "RUNNING", "WAITING_RETRY", "WAITING_INPUT", "PAUSED" ->
                    tellOnce(name, status, symbol(status), sentence);
                case "COMPLETED", "FAILED", "SKIPPED", "ABORTED" ->
                    tellOnce(name, status, symbol(status), ending(stage, sentence));
                default -> {}
            }
        }
    }

    private void tellOnce(String stage, String status, String symbol, String text) {
        String line = "  %s %-14s %s".formatted(symbol, stage.replace('_', ' '), text);
        String before = told.put(stage, status + text);
        boolean ended = symbol.equals("●") || symbol.equals("✗");
        if (!(status + text).equals(before) && (ended || !text.isEmpty())) {
            console.say(line);
        }
    }

    private static String ending(JsonNode stage, String sentence) {
        String seconds = stage.path("seconds").isNumber()
                ? "%.1f s".formatted(stage.path("seconds").asDouble())
                : "";
        return sentence.isEmpty() ? seconds : sentence + (seconds.isEmpty() ? "" : " (" + seconds + ")");
    }

    private static String symbol(String status) {
        return switch (status) {
            case "COMPLETED" -> "●";
            case "FAILED", "ABORTED" -> "✗";
            case "SKIPPED" -> "–";
            case "PAUSED", "WAITING_INPUT", "WAITING_RETRY" -> "‖";
            default -> "◐";
        };
    }
}
