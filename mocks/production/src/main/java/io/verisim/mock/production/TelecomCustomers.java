package io.verisim.mock.production;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * The customer table of an invented Dutch telecom company, as its billing system would export it: attributes that depend
 * on each other, personal data, and the defects of years of use. The content is a pure function of row count and seed; no
 * row is about a real person. UTF-8, comma, line feed, header row, missing values as empty fields.
 */
public final class TelecomCustomers {

    /** Name of the table. */
    public static final String TABLE = "telecom_customers";

    /** Rows written where nobody says how many. */
    public static final int DEFAULT_ROWS = 10_000;

    private static final String GENERATOR = "L64X128MixRandom";

    private TelecomCustomers() {}

    /** Names of the columns, in order. */
    public static List<String> columns() {
        return Customer.COLUMNS;
    }

    /**
     * Writes the table.
     *
     * @param csv the file, replaced where it exists
     * @param rows number of data rows, at least 0
     * @param seed another seed gives another company
     */
    public static void write(Path csv, int rows, long seed) throws IOException {
        if (rows < 0) {
            throw new IllegalArgumentException("Cannot write " + rows + " rows");
        }
        RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        CustomerBook book = new CustomerBook(random);
        try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
            CsvLine.append(out, Customer.COLUMNS);
            for (int row = 0; row < rows; row++) {
                CsvLine.append(out, book.next(row).fields());
            }
        }
    }

    /** Writes the table: {@code FILE [ROWS [SEED]]}. */
    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 3) {
            System.err.println("Usage: TelecomCustomers FILE [ROWS [SEED]]");
            System.exit(2);
        }
        int rows = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_ROWS;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        write(Path.of(args[0]), rows, seed);
    }
}
