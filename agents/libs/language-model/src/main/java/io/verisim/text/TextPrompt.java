package io.verisim.text;

import java.util.List;
import java.util.Map;

/**
 * What is asked of a {@link TextSource}. Two prompts that are equal have the same answer. Holds no production value: the
 * style was learned from phrases that many records share.
 *
 * @param table name of the table
 * @param column name of the column
 * @param style how texts of the column are
 * @param seed seed of all chance in the answer
 * @param contexts related synthetic values of each record, by {@code name} and by column
 */
public record TextPrompt(String table, String column, TextStyle style, long seed, List<Map<String, String>> contexts) {

    /** Key of the record's own synthetic person in a context. */
    public static final String PERSON = "person";

    /** Key of somebody else in a context. */
    public static final String OTHER_PERSON = "other";

    public TextPrompt {
        if (contexts.isEmpty() || contexts.size() > TextSource.BATCH) {
            throw new IllegalArgumentException(
                    "A prompt asks for 1 to " + TextSource.BATCH + " values, not " + contexts.size());
        }
        contexts = contexts.stream().map(Map::copyOf).toList();
    }
}
