package io.verisim.tabular.csv;

/**
 * How a text file delimits its values.
 *
 * @param separator between the fields of a row
 * @param quote around fields that hold separators, quotes or line breaks
 * @param spaced whether spaces after a separator belong to the layout and not to the value
 */
record Dialect(char separator, char quote, boolean spaced) {

    static Dialect canonical() {
        return new Dialect(',', '"', false);
    }
}
