package io.verisim.synthesizer.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.table.ColumnSchema;
import io.verisim.model.table.ColumnType;
import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.model.ModelColumn;
import io.verisim.synthesizer.model.SampleBlock;
import io.verisim.tabular.ValueFormat;
import io.verisim.testkit.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Records have one hash exactly where they are written alike. */
class RecordPrintsTest {

    private static final long HOUR = 3_600_000_000L;

    @Property(tries = 100)
    void recordsHaveOneHashExactlyWhereTheyAreWrittenAlike(RandomGenerator random, int size) {
        List<Modelled> columns = List.of(
                column(0, ColumnSchema.of("whole", ColumnType.INTEGER), 0),
                column(1, ColumnSchema.of("price", ColumnType.DECIMAL).withFormat(null, 1), 0),
                column(2, ColumnSchema.of("seen", ColumnType.DATE).withFormat("dd/MM/yy", null), HOUR),
                column(3, ColumnSchema.of("kind", ColumnType.TEXT), 0));
        SampleBlock drawn = new SampleBlock(List.of(true, true, true, false), 2 + size);
        for (int row = 0; row < drawn.rows(); row++) {
            for (Modelled column : columns) {
                boolean number = column.model() < 3 && random.nextInt(4) > 0;
                drawn.codes(column.model())[row] = number ? ModelColumn.NUMBER : random.nextInt(2);
                if (column.model() < 3) {
                    drawn.numbers(column.model())[row] = random.nextInt(60) / 20.0 - 1;
                }
            }
        }
        RecordPrints prints = new RecordPrints(columns, random.nextLong());
        WrittenNumbers numbers = new WrittenNumbers(columns, drawn);
        long[] hashes = prints.of(drawn, numbers);
        for (int row = 1; row < drawn.rows(); row++) {
            assertThat(hashes[row]).isEqualTo(prints.of(drawn, numbers, row));
            for (int other = 0; other < row; other++) {
                assertThat(hashes[row] == hashes[other])
                        .isEqualTo(written(columns, drawn, row).equals(written(columns, drawn, other)));
            }
        }
    }

    @Property(tries = 20)
    void aRowThatIsDrawnAgainIsHashedAgain(RandomGenerator random, int size) {
        List<Modelled> columns = List.of(column(0, ColumnSchema.of("whole", ColumnType.INTEGER), 0));
        SampleBlock drawn = new SampleBlock(List.of(true), 2);
        Arrays.fill(drawn.codes(0), ModelColumn.NUMBER);
        drawn.numbers(0)[0] = random.nextInt(1000);
        drawn.numbers(0)[1] = -1;
        RecordPrints prints = new RecordPrints(columns, size);
        WrittenNumbers numbers = new WrittenNumbers(columns, drawn);
        long before = prints.of(drawn, numbers, 0);
        drawn.numbers(0)[1] = drawn.numbers(0)[0] + 0.2;
        numbers.refresh(1);
        assertThat(prints.of(drawn, numbers, 1)).isEqualTo(before);
    }

    private static List<String> written(List<Modelled> columns, SampleBlock drawn, int row) {
        List<String> texts = new ArrayList<>();
        columns.forEach(column -> texts.add(Objects.requireNonNullElse(column.text(drawn, row), "missing")));
        return texts;
    }

    private static Modelled column(int model, ColumnSchema schema, double unit) {
        return new Modelled(schema, model, Arrays.asList("a", null), unit, ValueFormat.of(schema));
    }
}
