package io.verisim.orchestrator.pipeline;

/** Of what a step makes one task each. */
public sealed interface FanOut {

    /** One task in all. */
    record Once() implements FanOut {}

    /** One task for each entry of a list in the configuration; the entry becomes its parameters. */
    record Each(String section) implements FanOut {}

    /** One task for each piece of work that the tasks of an earlier step proposed. */
    record FollowUps(String step) implements FanOut {}

    /** Reads {@code once}, {@code each <section>} or {@code follow-ups of <step>}. */
    static FanOut parse(String text) {
        if (text.equals("once")) {
            return new Once();
        }
        if (text.startsWith("each ")) {
            return new Each(text.substring("each ".length()).strip());
        }
        if (text.startsWith("follow-ups of ")) {
            return new FollowUps(text.substring("follow-ups of ".length()).strip());
        }
        throw new IllegalArgumentException(
                "forEach is 'once', 'each <section>' or 'follow-ups of <step>', not '" + text + "'");
    }
}
