package io.verisim.tabular;

/** Column names in sentences for people. */
public final class ColumnNames {

    private static final int LONGEST = 60;

    private ColumnNames() {}

    /** The name on one line, its end left out where it is long. */
    public static String shown(String name) {
        boolean cut = name.codePointCount(0, name.length()) > LONGEST;
        String kept = cut ? name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "…" : name;
        return kept.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
