package io.verisim.processor.classify.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads the dictionaries of this classifier; one folded entry a line. */
final class WordList {

    private WordList() {}

    static Set<String> compressed(String name) {
        return read(name + ".txt.gz", true);
    }

    static Set<String> plain(String name) {
        return read(name + ".txt", false);
    }

    private static Set<String> read(String file, boolean compressed) {
        try (InputStream in = WordList.class.getResourceAsStream("/verisim/classify/" + file)) {
            if (in == null) {
                throw new IllegalStateException("Dictionary " + file + " is not in this jar");
            }
            InputStream text = compressed ? new GZIPInputStream(in, 1 << 14) : in;
            BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
            Set<String> words = new HashSet<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    words.add(line);
                }
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
