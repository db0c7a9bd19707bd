package io.verisim.cli.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Files for commands, and what commands leave behind. */
final class Tables {

    private static final List<String> CITIES = List.of("Aachen", "Bremen", "Celle", "Dresden", "Essen", "Fulda");

    private Tables() {}

    static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }

    /** Orders with a key, numbers that depend on each other, categories, a date, missing values. */
    static Path orders(Path file, int rows) throws IOException {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("order_id,city,age,income,ordered,paid,segment\n");
        for (int row = 0; row < rows; row++) {
            int age = 18 + random.nextInt(60);
            String income = random.nextInt(20) == 0 ? "" : number(age * 700 + random.nextGaussian() * 3_000);
            csv.append(10_000 + row)
                    .append(',')
                    .append(CITIES.get(random.nextInt(6) * random.nextInt(6) / 5))
                    .append(',')
                    .append(age)
                    .append(',')
                    .append(income)
                    .append(String.format(
                            Locale.ROOT, ",2024-%02d-%02d,", 1 + random.nextInt(12), 1 + random.nextInt(28)))
                    .append(random.nextInt(3) > 0)
                    .append(',')
                    .append(age > 50 ? "senior" : random.nextBoolean() ? "new" : "known")
                    .append('\n');
        }
        return write(file, csv.toString());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Names of all files in a folder, hidden ones too. */
    static TreeSet<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            TreeSet<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }
}
