package io.verisim.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers the answers to the prompts used last, so that an identical one costs nothing. Safe for several threads. */
public final class CachingTextSource implements TextSource {

    /** Prompts remembered unless said otherwise. */
    public static final int DEFAULT_PROMPTS = 1_000;

    private static final float LOAD = 0.75f;

    private final TextSource source;
    private final Map<TextPrompt, List<String>> answers;

    public CachingTextSource(TextSource source, int prompts) {
        this.source = source;
        this.answers = new LinkedHashMap<>(16, LOAD, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<TextPrompt, List<String>> eldest) {
                return size() > prompts;
            }
        };
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<String> write(TextPrompt prompt) {
        synchronized (answers) {
            List<String> known = answers.get(prompt);
            if (known != null) {
                return known;
            }
        }
        List<String> answer = List.copyOf(source.write(prompt));
        synchronized (answers) {
            answers.put(prompt, answer);
        }
        return answer;
    }
}
