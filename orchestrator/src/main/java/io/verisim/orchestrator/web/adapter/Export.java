package io.verisim.orchestrator.web.adapter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells the audit log that a request takes data out, of which kind and how much. */
public final class Export {

    private static final String ATTRIBUTE = "io.verisim.export";
    private static final String JOURNAL = "io.verisim.export.journal";

    private final String kind;
    private final Map<String, String> which;
    private @Nullable Long rows;
    private boolean complete;

    private Export(String kind, Map<String, String> which) {
        this.kind = kind;
        this.which = Map.copyOf(which);
    }

    /** Writes down that data is about to leave. */
    interface Journal {
        void begins(Export export);
    }

    /** Where it is written down that this request is an export, should it be one. */
    static void journal(HttpServletRequest request, Journal journal) {
        request.setAttribute(JOURNAL, journal);
    }

    /**
     * Says that this request is an export. It is in the audit log before anything leaves: where it cannot be written,
     * nothing does.
     *
     * @param kind what leaves, such as {@code artifact}
     * @param which what was chosen of it
     */
    public static Export begin(HttpServletRequest request, String kind, Map<String, String> which) {
        Export export = new Export(kind, which);
        if (request.getAttribute(JOURNAL) instanceof Journal journal) {
            journal.begins(export);
        }
        request.setAttribute(ATTRIBUTE, export);
        return export;
    }

    static @Nullable Export of(HttpServletRequest request) {
        return (Export) request.getAttribute(ATTRIBUTE);
    }

    /** One more row has left. */
    public void row() {
        rows = rows() + 1;
    }

    /** So many rows have left; null where they are not known. */
    public void rows(@Nullable Long count) {
        rows = count;
    }

    public long rows() {
        return Objects.requireNonNullElse(rows, 0L);
    }

    /** All of it has left. */
    public void complete() {
        complete = true;
    }

    String startedAction() {
        return kind + ".export_started";
    }

    String action() {
        return kind + ".export";
    }

    /** What is known before. */
    Map<String, Object> what() {
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("kind", kind);
        if (!which.isEmpty()) {
            what.put("which", which);
        }
        return what;
    }

    /** What is known afterwards. */
    Map<String, Object> detail() {
        Map<String, Object> detail = what();
        if (rows != null) {
            detail.put("rows", rows);
        }
        detail.put("complete", complete);
        return detail;
    }
}
