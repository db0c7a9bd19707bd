package io.verisim.mock.crm;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names and values in the {@code x-www-form-urlencoded} form, of a query or a body. */
record Form(Map<String, List<String>> values) {

    private static final int MAX_FIELDS = 5_000;

    /** @throws IllegalArgumentException where the encoding is broken or there are too many fields */
    static Form parse(@Nullable String encoded) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return new Form(values);
        }
        String[] pairs = encoded.split("&", MAX_FIELDS + 1);
        if (pairs.length > MAX_FIELDS) {
            throw new IllegalArgumentException("Too many fields");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (value.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("A value holds a zero character");
            }
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return new Form(values);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> first(String name) {
        List<String> found = values.get(name);
        return found == null ? Optional.empty() : Optional.of(found.getFirst());
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
