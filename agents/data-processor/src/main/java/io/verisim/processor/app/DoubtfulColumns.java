package io.verisim.processor.app;

import io.verisim.agent.InputNeeded;
import io.verisim.model.error.VerisimException;
import io.verisim.model.message.RequestInput;
import io.verisim.model.sensitivity.ColumnSensitivity;
import io.verisim.model.sensitivity.TableSensitivity;
import io.verisim.processor.classify.Classification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Columns of which it is doubtful whether they are sensitive. Where the configuration says so, a person is asked about
 * each, once; what nobody answers in time is taken for sensitive.
 */
final class DoubtfulColumns {

    private static final String ASK = "ask";
    private static final String ASK_MINUTES = "askMinutes";
    private static final String ANSWERS = "answers";
    private static final String SENSITIVE = "sensitive";
    private static final String NOT_SENSITIVE = "not sensitive";
    private static final String HEAD = "Is column '";
    private static final int DEFAULT_MINUTES = 60;
    private static final int MAX_MINUTES = 60 * 24 * 30;

    private final boolean asking;
    private final Map<?, ?> answers;
    private final Instant deadline;
    private final List<RequestInput> questions = new ArrayList<>();

    private DoubtfulColumns(boolean asking, Map<?, ?> answers, Instant deadline) {
        this.asking = asking;
        this.answers = answers;
        this.deadline = deadline;
    }

    /**
     * As the task's parameters say.
     *
     * @throws VerisimException CONFIGURATION where a parameter has the wrong type or size
     */
    static DoubtfulColumns of(Map<String, Object> parameters, Clock clock) {
        Object ask = parameters.getOrDefault(ASK, false);
        Object minutes = parameters.getOrDefault(ASK_MINUTES, DEFAULT_MINUTES);
        if (!(ask instanceof Boolean asking)) {
            throw invalid(ASK, "true or false");
        }
        if (!(minutes instanceof Number number) || number.intValue() < 1 || number.intValue() > MAX_MINUTES) {
            throw invalid(ASK_MINUTES, "a whole number from 1 to " + MAX_MINUTES);
        }
        Map<?, ?> answers = parameters.get(ANSWERS) instanceof Map<?, ?> given ? given : Map.of();
        return new DoubtfulColumns(asking, answers, clock.instant().plus(Duration.ofMinutes(number.intValue())));
    }

    /** JSON Schema of the parameters. */
    static Map<String, Object> schema() {
        return Map.of(
                "type",
                "object",
                "title",
                "Profile",
                "properties",
                Map.of(
                        ASK,
                        Map.of(
                                "type",
                                "boolean",
                                "title",
                                "Ask about columns between " + Classification.DOUBT + " and "
                                        + Classification.THRESHOLD,
                                "default",
                                false),
                        ASK_MINUTES,
                        Map.of(
                                "type",
                                "integer",
                                "title",
                                "Minutes until the default applies",
                                "minimum",
                                1,
                                "maximum",
                                MAX_MINUTES,
                                "default",
                                DEFAULT_MINUTES)),
                "additionalProperties",
                true);
    }

    /** What a person said of the columns of a table: whether each is sensitive. */
    Map<String, Boolean> decided(String table) {
        Map<String, Boolean> decided = new HashMap<>();
        answers.forEach((question, choice) -> {
            String text = String.valueOf(question);
            String tail = tail(table);
            if (text.startsWith(HEAD) && text.endsWith(tail)) {
                decided.put(text.substring(HEAD.length(), text.length() - tail.length()), SENSITIVE.equals(choice));
            }
        });
        return decided;
    }

    /** Takes down what is doubtful in a table and not answered yet. */
    void note(TableSensitivity verdict) {
        if (!asking) {
            return;
        }
        for (ColumnSensitivity column : verdict.columns()) {
            String question = HEAD + column.name() + tail(verdict.table());
            if (Classification.isDoubtful(column) && !answers.containsKey(question)) {
                Map<String, Object> evidence = new LinkedHashMap<>();
                evidence.put("taken for", column.sensitivityType().name().toLowerCase(Locale.ROOT));
                evidence.put("confidence", column.confidence());
                evidence.put("reasoning", column.reasoning());
                questions.add(
                        new RequestInput(question, evidence, List.of(SENSITIVE, NOT_SENSITIVE), SENSITIVE, deadline));
            }
        }
    }

    /**
     * Asks what was taken down.
     *
     * @throws InputNeeded where that is anything
     */
    void ask() {
        if (!questions.isEmpty()) {
            throw new InputNeeded(questions);
        }
    }

    private static String tail(String table) {
        return "' of table '" + table + "' sensitive?";
    }

    private static VerisimException invalid(String name, String wanted) {
        return VerisimException.configuration(
                "TASK_PARAMETER",
                "Parameter 'profile." + name + "' is not " + wanted + ".",
                "Correct the configuration.");
    }
}
