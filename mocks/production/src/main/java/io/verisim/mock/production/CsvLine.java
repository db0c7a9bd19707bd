package io.verisim.mock.production;

import java.io.IOException;
import java.util.List;

/** Writes one line of comma-separated text; quotes only where it must, as most exports do. */
final class CsvLine {

    private CsvLine() {}

    static void append(Appendable out, List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            field(out, fields.get(i));
        }
        out.append('\n');
    }

    private static void field(Appendable out, String value) throws IOException {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        if (plain) {
            out.append(value);
        } else {
            out.append('"').append(value.replace("\"", "\"\"")).append('"');
        }
    }
}
