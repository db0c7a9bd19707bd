package io.verisim.embedded.home;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Properties;
import java.util.random.RandomGenerator;

/**
 * Passwords of the embedded servers, generated once for each home and kept in a file that only its owner reads. Nothing
 * of it appears in {@link #toString()}.
 */
public final class Secrets {

    private static final int BYTES = 24;

    private final Path file;
    private final RandomGenerator random;
    private final Properties values = new Properties();

    private Secrets(Path file, RandomGenerator random) {
        this.file = file;
        this.random = random;
    }

    /**
     * Opens the secrets of a home.
     *
     * @param directory folder of the secrets, made where missing
     * @param random a cryptographically strong generator
     */
    public static Secrets open(Path directory, RandomGenerator random) {
        Secrets secrets = new Secrets(PrivateFiles.directory(directory).resolve("embedded.properties"), random);
        if (Files.exists(secrets.file)) {
            try (Reader reader = Files.newBufferedReader(secrets.file)) {
                secrets.values.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + secrets.file, e);
            }
        }
        return secrets;
    }

    /** The secret of that name; generated and saved at the first call. */
    public synchronized String secret(String name) {
        String known = values.getProperty(name);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String fresh = HexFormat.of().formatHex(bytes);
        values.setProperty(name, fresh);
        save();
        return fresh;
    }

    private void save() {
        StringWriter text = new StringWriter();
        try {
            values.store(text, "Passwords of the embedded servers of this home. Keep this file with the data.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PrivateFiles.write(file, text.toString());
    }

    @Override
    public String toString() {
        return "Secrets(" + file + ")";
    }
}
