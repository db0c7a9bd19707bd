package io.verisim.testexecutor.runner.playwright;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of a stream that is not trusted: of a line that is too long only its beginning is kept. */
final class BoundedLines {

    private final InputStream in;
    private final int maxBytes;

    BoundedLines(InputStream in, int maxBytes) {
        this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in);
        this.maxBytes = maxBytes;
    }

    /** The next line; null at the end. */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = in.read()) {
            if (line.size() < maxBytes) {
                line.write(c);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
