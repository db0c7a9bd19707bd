package io.verisim.tabular.tablesaw;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.model.table.TableSchema;
import io.verisim.tabular.TextColumn;
import io.verisim.tabular.TextTable;
import io.verisim.tabular.TypeInference;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TablesawTablesTest {

    @Test
    void everyColumnHasItsTypeAndItsMissingValues() {
        TextTable text = new TextTable(
                "t",
                List.of(
                        TextColumn.of("n", Arrays.asList("1", "-5", null)),
                        TextColumn.of("d", Arrays.asList("1.5", null, "2")),
                        TextColumn.of("ok", Arrays.asList("Yes", "No", null)),
                        TextColumn.of("day", Arrays.asList("29.02.2024", "01.01.1900", null)),
                        TextColumn.of("at", Arrays.asList("2024-02-29 01:02:03", "1900-01-01 00:00:00", null)),
                        TextColumn.of("time", Arrays.asList("23:59", "00:01", null)),
                        TextColumn.of("s", Arrays.asList("x", null, "y"))));
        Table table = TablesawTables.of(text, TypeInference.infer(text));
        assertThat(table.rowCount()).isEqualTo(3);
        assertThat(table.longColumn("n").get(1)).isEqualTo(-5);
        assertThat(table.doubleColumn("d").getDouble(0)).isEqualTo(1.5);
        assertThat(table.booleanColumn("ok").get(0)).isTrue();
        assertThat(table.dateColumn("day").get(0)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(table.dateTimeColumn("at").get(1)).isEqualTo(LocalDateTime.of(1900, 1, 1, 0, 0));
        assertThat(table.timeColumn("time").get(0)).isEqualTo(LocalTime.of(23, 59));
        assertThat(table.stringColumn("s").get(2)).isEqualTo("y");
        assertThat(table.columns())
                .allSatisfy(column ->
                        assertThat(column.countMissing()).as(column.name()).isEqualTo(1));
    }

    @Test
    void namesThatDifferInCaseOnlyAreTold() {
        TextTable text =
                new TextTable("t", List.of(TextColumn.of("id", List.of("1")), TextColumn.of("ID", List.of("2"))));
        TableSchema schema = new TableSchema(
                "t", List.of(ColumnSchema.of("id", ColumnType.TEXT), ColumnSchema.of("ID", ColumnType.TEXT)));
        assertThat(TablesawTables.of(text, schema).columnNames()).containsExactly("id", "ID (2)");
    }
}
