package io.verisim.distributor.target.postgres;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Identifiers in SQL. */
final class Sql {

    /** PostgreSQL cuts longer names off without an error. */
    private static final int MAX_NAME_BYTES = 63;

    private Sql() {}

    /** An identifier as it must be written, whatever is in it. */
    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String quoted(Collection<String> identifiers) {
        return identifiers.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    }

    static String quoted(String schema, String table) {
        return quoted(schema) + "." + quoted(table);
    }

    /** Names that PostgreSQL can hold, all different, by the names wished for; most are the wish itself. */
    static Map<String, String> fitting(Collection<String> wishes) {
        Set<String> used = new HashSet<>(wishes);
        Map<String, String> names = new LinkedHashMap<>();
        for (String wish : wishes) {
            String name = wish;
            for (int i = 2; tooLong(name) || (!name.equals(wish) && !used.add(name)); i++) {
                name = tooLong(wish) && i == 2 ? cut(wish, MAX_NAME_BYTES) : cut(wish, MAX_NAME_BYTES - 5) + "_" + i;
            }
            names.put(wish, name);
        }
        return names;
    }

    private static boolean tooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES;
    }

    private static String cut(String name, int bytes) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
