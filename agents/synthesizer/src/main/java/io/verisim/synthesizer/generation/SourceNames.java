package io.verisim.synthesizer.generation;

import io.verisim.model.sensitivity.SensitivityType;
import io.verisim.model.sensitivity.Strategy;
import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.TableSchema;
import io.verisim.synthesizer.identity.PersonField;
import io.verisim.synthesizer.leakage.TextGuard;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a source tells about the people in it: used while fitting, remembered only as hashes. */
final class SourceNames {

    private static final int SAMPLE = 5_000;

    private final List<TextColumn> given = new ArrayList<>();
    private final List<TextColumn> family = new ArrayList<>();
    private final List<TextColumn> full = new ArrayList<>();
    private final List<TextColumn> texts = new ArrayList<>();
    private final List<TextColumn> ids = new ArrayList<>();
    private final List<SensitivityType> idTypes = new ArrayList<>();
    private final int rows;

    /**
     * Names of a source.
     *
     * @param schema its columns, with the strategies that are followed
     */
    SourceNames(TextTable source, TableSchema schema) {
        rows = source.rows();
        for (ColumnSchema column : schema.columns()) {
            TextColumn values = source.column(column.name()).orElseThrow();
            if (column.sensitivityType() == SensitivityType.NAME) {
                switch (PersonField.of(SensitivityType.NAME, values)) {
                    case GIVEN_NAME -> given.add(values);
                    case FAMILY_NAME -> family.add(values);
                    default -> full.add(values);
                }
            } else if (column.strategy() == Strategy.TEXT || column.sensitivityType() == SensitivityType.FREE_TEXT) {
                texts.add(values);
            } else if (column.sensitivityType().identifying()) {
                ids.add(values);
                idTypes.add(column.sensitivityType());
            }
        }
    }

    /** The names of a row's person as they may stand in a text, the longest first. */
    List<String> of(int row) {
        List<String> names = new ArrayList<>(fullNames(row));
        for (List<TextColumn> columns : List.of(given, family, full)) {
            for (TextColumn column : columns) {
                String name = column.value(row);
                if (name != null && name.length() > 2) {
                    names.add(name.strip());
                    names.add(capitalised(name.strip()));
                }
            }
        }
        names.sort(Comparator.comparingInt(String::length).reversed());
        return names;
    }

    /** Four spellings of every given with every family name, as they stand first. */
    private List<String> fullNames(int row) {
        List<String> names = new ArrayList<>();
        for (TextColumn first : given) {
            for (TextColumn last : family) {
                String g = first.value(row);
                String f = last.value(row);
                if (g != null && f != null) {
                    names.add(g.strip() + " " + f.strip());
                    names.add(capitalised(g.strip()) + " " + f.strip());
                    names.add(g.strip() + " " + capitalised(f.strip()));
                    names.add(capitalised(g.strip()) + " " + capitalised(f.strip()));
                }
            }
        }
        return names;
    }

    private static String capitalised(String name) {
        if (name.isEmpty()) {
            return name;
        }
        String lower = name.equals(name.toUpperCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    /** Given and family names, for finding out what country they are from. */
    List<String> sample() {
        List<String> sample = new ArrayList<>();
        for (List<TextColumn> columns : List.of(given, family, full)) {
            for (TextColumn column : columns) {
                for (int row = 0; row < Math.min(SAMPLE, rows); row++) {
                    String name = column.value(row);
                    if (name != null) {
                        sample.addAll(List.of(name.strip().split("[ ,]+")));
                    }
                }
            }
        }
        return sample;
    }

    /** The guard over everything that identifies somebody in this source. */
    TextGuard guard(Set<String> dictionary, long salt) {
        TextGuard.Builder builder = new TextGuard.Builder();
        Stream.of(given, family, full).flatMap(List::stream).forEach(builder::names);
        texts.forEach(builder::texts);
        for (int row = 0; row < rows; row++) {
            for (TextColumn first : given) {
                for (TextColumn last : family) {
                    if (!first.isMissing(row) && !last.isMissing(row)) {
                        builder.fullName(first.value(row) + " " + last.value(row));
                    }
                }
            }
            for (TextColumn whole : full) {
                String name = whole.value(row);
                if (name != null) {
                    builder.fullName(name);
                }
            }
            for (int c = 0; c < ids.size(); c++) {
                String value = ids.get(c).value(row);
                if (value != null) {
                    builder.value(idTypes.get(c), value);
                }
            }
        }
        return builder.build(dictionary, salt);
    }
}
