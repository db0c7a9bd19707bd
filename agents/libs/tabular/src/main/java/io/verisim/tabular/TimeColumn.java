package io.verisim.tabular;

/** A column as moments: microseconds since 1970-01-01T00:00, {@link TimePattern#MISSING} where there is none. */
public final class TimeColumn {

    private final String name;
    private final long[] micros;
    private final int unread;

    TimeColumn(String name, long[] micros, int unread) {
        this.name = name;
        this.micros = micros;
        this.unread = unread;
    }

    public String name() {
        return name;
    }

    public int rows() {
        return micros.length;
    }

    /** One moment a row. Not a copy: read only. */
    public long[] micros() {
        return micros;
    }

    /** Rows that hold something which is no moment; they count as missing. */
    public int unread() {
        return unread;
    }
}
