package io.verisim.testbuilder.plan;

import io.verisim.model.table.ColumnType;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The rows that were loaded, and what the search of the system under test must find among them. */
public final class Dataset {

    private static final int MAX_NUMBER_LENGTH = 40;

    private final String table;
    private final List<DataColumn> columns;
    private final int rows;
    private final Map<String, Matches> searched = new HashMap<>();

    Dataset(String table, List<DataColumn> columns, int rows) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.rows = rows;
    }

    /** Name of the table in the target. */
    public String table() {
        return table;
    }

    public int rows() {
        return rows;
    }

    List<DataColumn> columns() {
        return columns;
    }

    /** A column by its name; letter case, blanks, hyphens and underscores do not count. */
    DataColumn column(String name) {
        Optional<DataColumn> exact =
                columns.stream().filter(c -> c.name().equals(name)).findFirst();
        return exact.or(() -> columns.stream()
                        .filter(c -> loose(c.name()).equals(loose(name)))
                        .findFirst())
                .orElseThrow(() -> new CannotBind("The table has no field \"" + name + "\"."));
    }

    private static String loose(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }

    /** The column whose values tell all rows apart, if there is one; one that the schema calls unique goes first. */
    Optional<DataColumn> key() {
        return columns.stream()
                .filter(DataColumn::tellsRowsApart)
                .filter(DataColumn::mayBeKey)
                .findFirst()
                .or(() -> columns.stream().filter(DataColumn::tellsRowsApart).findFirst());
    }

    /** Whether the target may sort the table by a key, so that a row's place in a list is not its place in the data. */
    boolean mayBeSorted() {
        return columns.stream().anyMatch(DataColumn::mayBeKey);
    }

    /**
     * What a term finds: anywhere in text columns, letter case ignored; and by value in number columns, where it spells a
     * number.
     */
    Matches search(String typed) {
        return searched.computeIfAbsent(typed.strip(), this::find);
    }

    /** Whether a term would find a row that has this value in this column. */
    boolean finds(String term, DataColumn column, String value) {
        if (column.isNumber()) {
            return number(term).map(wanted -> isNumber(value, wanted)).orElse(false);
        }
        return value.toLowerCase(Locale.ROOT).contains(term.toLowerCase(Locale.ROOT));
    }

    /** Whether a text with blanks around it stands in some text column just so. */
    boolean containsText(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return !typed.equals(typed.strip())
                && columns.stream()
                        .filter(column -> column.type() == ColumnType.TEXT)
                        .anyMatch(
                                column -> column.lowerCaseDictionary().stream().anyMatch(text -> text.contains(lower)));
    }

    private Matches find(String term) {
        BitSet found = new BitSet(rows);
        boolean certain = true;
        Optional<BigDecimal> number = number(term);
        String lower = term.toLowerCase(Locale.ROOT);
        for (DataColumn column : columns) {
            switch (column.type()) {
                case TEXT -> {
                    mark(column, column.lowerCaseDictionary(), text -> text.contains(lower), found);
                    certain &= isAscii(term) || sameWithoutUnicode(column, term, lower);
                }
                case INTEGER, DECIMAL -> {
                    if (number.isPresent()) {
                        BigDecimal wanted = number.get();
                        mark(column, column.dictionary(), text -> isNumber(text, wanted), found);
                    }
                }
                // Loaded as text by one target and as a type of its own by another.
                case BOOLEAN, DATE, TIME, DATETIME ->
                    certain &= column.lowerCaseDictionary().stream().noneMatch(text -> text.contains(lower));
            }
        }
        return new Matches(term, found, certain);
    }

    /** Databases differ in which letters beyond ASCII they take for the same. */
    private static boolean sameWithoutUnicode(DataColumn column, String term, String lower) {
        String asciiTerm = lowerAscii(term);
        List<String> values = column.dictionary();
        List<String> lowered = column.lowerCaseDictionary();
        for (int i = 0; i < values.size(); i++) {
            if (lowered.get(i).contains(lower) != lowerAscii(values.get(i)).contains(asciiTerm)) {
                return false;
            }
        }
        return true;
    }

    private static void mark(DataColumn column, List<String> dictionary, Predicate<String> test, BitSet found) {
        BitSet hits = new BitSet(dictionary.size());
        for (int i = 0; i < dictionary.size(); i++) {
            hits.set(i, test.test(dictionary.get(i)));
        }
        if (hits.isEmpty()) {
            return;
        }
        int[] codes = column.codes();
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && hits.get(codes[row])) {
                found.set(row);
            }
        }
    }

    private static boolean isNumber(String text, BigDecimal wanted) {
        try {
            return new BigDecimal(text).compareTo(wanted) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static Optional<BigDecimal> number(String term) {
        return term.length() <= MAX_NUMBER_LENGTH && term.matches("[+-]?\\d+(\\.\\d+)?")
                ? Optional.of(new BigDecimal(term))
                : Optional.empty();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String lowerAscii(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return lower.toString();
    }
}
