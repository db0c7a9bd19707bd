package io.verisim.synthesizer.quality.data;

import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables put together. */
public final class Tables {

    private Tables() {}

    /**
     * The rows of several tables with the same columns, one after the other.
     *
     * @param parts at least one; the first one's columns count
     * @throws IllegalArgumentException where a part lacks a column
     */
    public static TextTable concat(String name, List<TextTable> parts) {
        List<TextColumn> columns = new ArrayList<>();
        for (TextColumn first : parts.getFirst().columns()) {
            List<TextColumn> pieces = parts.stream()
                    .map(part -> part.column(first.name())
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "A part of table '" + name + "' lacks column '" + first.name() + "'")))
                    .toList();
            columns.add(pieces.size() == 1 ? first : concatColumns(first.name(), pieces));
        }
        return new TextTable(name, columns);
    }

    private static TextColumn concatColumns(String name, List<TextColumn> pieces) {
        Map<String, Integer> index = new HashMap<>();
        List<String> dictionary = new ArrayList<>();
        int[] codes = new int[pieces.stream().mapToInt(TextColumn::rows).sum()];
        int next = 0;
        for (TextColumn piece : pieces) {
            int[] translation = new int[piece.dictionary().size()];
            for (int code = 0; code < translation.length; code++) {
                String value = piece.dictionary().get(code);
                Integer known = index.putIfAbsent(value, dictionary.size());
                if (known == null) {
                    dictionary.add(value);
                }
                translation[code] = known == null ? dictionary.size() - 1 : known;
            }
            for (int code : piece.codes()) {
                codes[next++] = code == TextColumn.MISSING ? TextColumn.MISSING : translation[code];
            }
        }
        return TextColumn.coded(name, codes, dictionary);
    }
}
