package io.verisim.tabular;

import java.util.ArrayList;
import java.util.List;

/** Collects rows into a {@link TextTable}. */
final class TextTableBuilder implements RowSink {

    private final String name;
    private final List<String> notes = new ArrayList<>();
    private List<TextColumnBuilder> columns = List.of();

    TextTableBuilder(String name) {
        this.name = name;
    }

    @Override
    public void columns(List<String> names) {
        columns = names.stream().map(TextColumnBuilder::new).toList();
    }

    @Override
    public void text(int column, char[] buffer, int offset, int length) {
        columns.get(column).text(buffer, offset, length);
    }

    @Override
    public void missing(int column) {
        columns.get(column).missing();
    }

    @Override
    public void endRow() {}

    @Override
    public void note(String note) {
        notes.add(note);
    }

    List<String> notes() {
        return notes;
    }

    TextTable build() {
        return new TextTable(
                name, columns.stream().map(TextColumnBuilder::build).toList());
    }
}
