package io.verisim.orchestrator.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Merges JSON objects: objects by key, lists by appending, anything else by replacing. */
public final class DeepMerge {

    private DeepMerge() {}

    /** A new object; {@code base} and {@code more} stay as they are. */
    public static Map<String, Object> merge(Map<String, Object> base, Map<String, Object> more) {
        Map<String, Object> merged = new LinkedHashMap<>(base);
        more.forEach((key, value) -> merged.put(key, value(merged.get(key), value)));
        return merged;
    }

    private static @Nullable Object value(@Nullable Object old, @Nullable Object added) {
        if (old instanceof Map<?, ?> left && added instanceof Map<?, ?> right) {
            return merge(object(left), object(right));
        }
        if (old instanceof List<?> left && added instanceof List<?> right) {
            List<Object> all = new ArrayList<>(left);
            all.addAll(right);
            return all;
        }
        return added;
    }

    private static Map<String, Object> object(Map<?, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        return copy;
    }
}
