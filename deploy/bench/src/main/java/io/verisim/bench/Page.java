package io.verisim.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of published figures in Markdown, with one section a benchmark between two comments that name it. */
public record Page(Path file) {

    /** Replaces the section of a benchmark, or adds it at the end; everything else stays as it is. */
    public void put(String name, String markdown) throws IOException {
        String begin = "<!-- begin " + name + " -->\n";
        String end = "<!-- end " + name + " -->\n";
        String text = Files.exists(file) ? Files.readString(file) : "# Benchmarks\n";
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        boolean known = from >= 0 && to > from;
        String before = known ? text.substring(0, from) : text.stripTrailing() + "\n\n";
        String after = known ? text.substring(to + end.length()) : "";
        Files.writeString(file, before + begin + markdown.stripTrailing() + "\n" + end + after);
    }
}
