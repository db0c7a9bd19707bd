package io.verisim.synthesizer.generation;

import io.verisim.synthesizer.generation.ColumnMaker.Modelled;
import io.verisim.synthesizer.leakage.RecordGuard;
import io.verisim.synthesizer.model.SampleBlock;
import java.util.List;

/**
 * Hashes of records by the columns that are compared, equal where the records are written equal. Immutable.
 *
 * <p>Texts are hashed once a level, numbers as their columns write them; no number is written like a level beside it.
 */
final class RecordPrints {

    private final List<Modelled> columns;
    private final long[][] levels;
    private final long salt;

    RecordPrints(List<Modelled> columns, long salt) {
        this.columns = columns;
        this.salt = salt;
        levels = columns.stream().map(column -> levels(column, salt)).toArray(long[][]::new);
    }

    private static long[] levels(Modelled column, long salt) {
        return column.levels().stream()
                .mapToLong(level -> level == null ? 0 : RecordGuard.hash(level, salt))
                .toArray();
    }

    List<Modelled> columns() {
        return columns;
    }

    /** A hash of each row. */
    long[] of(SampleBlock drawn, WrittenNumbers numbers) {
        long[] records = new long[drawn.rows()];
        for (int c = 0; c < levels.length; c++) {
            int[] codes = drawn.codes(columns.get(c).model());
            long[] values = numbers.of(c);
            for (int row = 0; row < records.length; row++) {
                records[row] = RecordGuard.append(records[row], value(c, codes[row], values, row));
            }
        }
        return records;
    }

    /** The hash of one row. */
    long of(SampleBlock drawn, WrittenNumbers numbers, int row) {
        long record = 0;
        for (int c = 0; c < levels.length; c++) {
            int code = drawn.codes(columns.get(c).model())[row];
            record = RecordGuard.append(record, value(c, code, numbers.of(c), row));
        }
        return record;
    }

    private long value(int column, int code, long[] values, int row) {
        return code >= 0 ? levels[column][code] : RecordGuard.hash(values[row], salt);
    }
}
