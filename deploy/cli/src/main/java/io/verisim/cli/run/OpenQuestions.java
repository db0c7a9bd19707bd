package io.verisim.cli.run;

import io.verisim.cli.CommandFailure;
import io.verisim.cli.Exit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The open questions of a workflow. */
final class OpenQuestions {

    private OpenQuestions() {}

    /**
     * The id of the one question that is open.
     *
     * @throws CommandFailure USAGE where there is none, or more than one
     */
    static String only(JsonNode workflow) {
        JsonNode questions = workflow.path("questions");
        if (questions.size() == 1) {
            return questions.path(0).path("id").asString("");
        }
        if (questions.isEmpty()) {
            throw new CommandFailure(
                    Exit.USAGE,
                    "NO_QUESTION",
                    "Workflow " + workflow.path("id").asString("") + " asks nothing.",
                    "See 'verisim status'.");
        }
        throw new CommandFailure(
                Exit.USAGE,
                "WHICH_QUESTION",
                "Workflow " + workflow.path("id").asString("") + " asks more than one question.",
                "Name one by --question: "
                        + questions
                                .valueStream()
                                .map(q -> q.path("id").asString("") + " ("
                                        + q.path("question").asString("") + ")")
                                .collect(Collectors.joining("; "))
                        + ".");
    }
}
