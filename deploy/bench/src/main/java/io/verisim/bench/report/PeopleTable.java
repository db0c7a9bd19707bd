package io.verisim.bench.report;

import io.verisim.numerics.RandomStreams;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * A table of people as a census has it, any number of rows: eight columns of numbers (ages, amounts with spikes at zero,
 * amounts with cents) and seven of categories with 2 to 42 values, most of them related to a hidden standing.
 */
final class PeopleTable {

    /** Number of values by categorical column. */
    private static final int[] LEVELS = {9, 16, 7, 15, 6, 2, 42};

    private static final double MISSING = 0.03;

    private PeopleTable() {}

    static TextTable of(String name, int rows, long seed) {
        RandomGenerator random = RandomStreams.of(seed).with(name).generator();
        double[] standing = new double[rows];
        for (int row = 0; row < rows; row++) {
            standing[row] = random.nextGaussian();
        }
        List<TextColumn> columns = new ArrayList<>();
        columns.add(column(
                "age", standing, random, (s, r) -> whole(Math.clamp(38 + 6 * s + 11 * r.nextGaussian(), 17, 90))));
        columns.add(column("weight", standing, random, (s, r) -> whole(12_000 + 180_000 * Math.abs(r.nextGaussian()))));
        columns.add(column(
                "schooling", standing, random, (s, r) -> whole(Math.clamp(10 + 2.2 * s + r.nextGaussian(), 1, 16))));
        columns.add(
                column("gain", standing, random, (s, r) -> r.nextDouble() < 0.9 ? "0" : whole(5_000 * Math.exp(s))));
        columns.add(column(
                "loss",
                standing,
                random,
                (s, r) -> r.nextDouble() < 0.95 ? "0" : whole(1_900 + 200 * r.nextGaussian())));
        columns.add(column(
                "hours",
                standing,
                random,
                (s, r) -> r.nextDouble() < 0.45 ? "40" : whole(Math.clamp(40 + 3 * s + 12 * r.nextGaussian(), 1, 99))));
        columns.add(column(
                "pay", standing, random, (s, r) -> cents(2_500 * Math.exp(0.5 * s + 0.3 * r.nextGaussian()))));
        columns.add(column(
                "rent",
                standing,
                random,
                (s, r) -> r.nextDouble() < MISSING ? null : cents(900 + 250 * s + 150 * r.nextGaussian())));
        for (int levels : LEVELS) {
            columns.add(column("kind" + levels, standing, random, (s, r) -> level(levels, s, r)));
        }
        return new TextTable(name, columns);
    }

    /** A value from the standing of its row. */
    private interface Value {
        @org.jspecify.annotations.Nullable
        String of(double standing, RandomGenerator random);
    }

    private static TextColumn column(String name, double[] standing, RandomGenerator random, Value value) {
        Map<String, Integer> known = new HashMap<>();
        List<String> dictionary = new ArrayList<>();
        int[] codes = new int[standing.length];
        for (int row = 0; row < codes.length; row++) {
            String text = value.of(standing[row], random);
            Integer code = text == null ? Integer.valueOf(TextColumn.MISSING) : known.get(text);
            if (code == null && text != null) {
                code = dictionary.size();
                known.put(text, code);
                dictionary.add(text);
            }
            codes[row] = code == null ? TextColumn.MISSING : code;
        }
        return TextColumn.coded(name, codes, dictionary);
    }

    /** The further out a level, the rarer; two in a hundred are missing. */
    private static @org.jspecify.annotations.Nullable String level(
            int levels, double standing, RandomGenerator random) {
        double place = Math.abs(0.6 * standing + 0.8 * random.nextGaussian()) / 4;
        return random.nextDouble() < MISSING ? null : "level " + Math.min(levels - 1, (int) (place * levels));
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }

    private static String cents(double value) {
        return String.format(
                Locale.ROOT, "%d.%02d", Math.round(value * 100) / 100, Math.floorMod(Math.round(value * 100), 100));
    }
}
