package io.verisim.tabular;

/** A column as numbers, NaN where there is none. */
public final class NumberColumn {

    private final String name;
    private final double[] values;
    private final int unread;

    NumberColumn(String name, double[] values, int unread) {
        this.name = name;
        this.values = values;
        this.unread = unread;
    }

    public String name() {
        return name;
    }

    public int rows() {
        return values.length;
    }

    /** One number a row, NaN for a missing one. Not a copy: read only. */
    public double[] values() {
        return values;
    }

    /** Rows that hold something which is no number; they count as missing. */
    public int unread() {
        return unread;
    }
}
