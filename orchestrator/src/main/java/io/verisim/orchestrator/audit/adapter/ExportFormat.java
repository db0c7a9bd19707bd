package io.verisim.orchestrator.audit.adapter;

import io.verisim.model.error.VerisimException;
import io.verisim.model.message.MessageCodec;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How entries are written into a file. */
enum ExportFormat {
    /** One line an entry, documents as JSON; what a spreadsheet would take for a formula gets an apostrophe before it. */
    CSV("text/csv;charset=UTF-8") {
        @Override
        void begin(Writer out) throws IOException {
            out.write("seq,position,hash,id,at,project,actor_kind,actor_id,action,agent,workflow,task,"
                    + "inputs,outputs,cost,detail\r\n");
        }

        @Override
        void entry(Writer out, RecordedEntry entry, boolean first) throws IOException {
            out.write(Stream.of(
                            entry.seq(),
                            entry.position(),
                            entry.hash(),
                            entry.id(),
                            entry.at(),
                            entry.project(),
                            entry.actor().kind(),
                            entry.actor().id(),
                            entry.action(),
                            entry.agent(),
                            entry.workflow(),
                            entry.task(),
                            entry.inputs(),
                            entry.outputs(),
                            entry.cost(),
                            entry.detail())
                    .map(ExportFormat::cell)
                    .collect(Collectors.joining(",", "", "\r\n")));
        }
    },
    /** One document, whose last property is the number of entries. */
    JSON("application/json") {
        @Override
        void begin(Writer out) throws IOException {
            out.write("{\"entries\":[");
        }

        @Override
        void entry(Writer out, RecordedEntry entry, boolean first) throws IOException {
            out.write(first ? "\n" : ",\n");
            out.write(MessageCodec.mapper().writeValueAsString(entry));
        }

        @Override
        void end(Writer out, long rows) throws IOException {
            out.write("\n],\"rows\":" + rows + "}\n");
        }
    };

    private static final String FORMULA = "=+-@\t\r";

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    static ExportFormat of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(format -> format.suffix().equals(name))
                .findFirst()
                .orElseThrow(() -> VerisimException.configuration(
                        "FORMAT_UNKNOWN",
                        "An export has no format '" + name + "'.",
                        "Give format="
                                + List.of(values()).stream()
                                        .map(ExportFormat::suffix)
                                        .collect(Collectors.joining(" or format="))
                                + "."));
    }

    String mediaType() {
        return mediaType;
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    abstract void begin(Writer out) throws IOException;

    abstract void entry(Writer out, RecordedEntry entry, boolean first) throws IOException;

    void end(Writer out, long rows) throws IOException {}

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
