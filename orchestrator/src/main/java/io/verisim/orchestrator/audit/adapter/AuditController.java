package io.verisim.orchestrator.audit.adapter;

import io.verisim.orchestrator.audit.Verification;
import io.verisim.orchestrator.web.adapter.Export;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log over HTTP: read, verified, exported. */
@RestController
@RequestMapping("/api/v1/audit")
public final class AuditController {

    private static final int LISTED = 100;
    private static final int MOST_LISTED = 1000;
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final AuditReader reader;
    private final AuditVerifier verifier;
    private final AuditSealer sealer;
    private final Clock clock;

    public AuditController(AuditReader reader, AuditVerifier verifier, AuditSealer sealer, Clock clock) {
        this.reader = reader;
        this.verifier = verifier;
        this.sealer = sealer;
        this.clock = clock;
    }

    @GetMapping
    Map<String, Object> list(@RequestParam Map<String, String> given) {
        AuditParameters parameters = new AuditParameters(given, Set.of("limit", "after"));
        long after = parameters.number("after", 0);
        int limit = Math.clamp(parameters.number("limit", LISTED), 1, MOST_LISTED);
        List<RecordedEntry> entries = reader.after(parameters.query(), after, limit);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("entries", entries);
        answer.put("last", entries.isEmpty() ? after : entries.getLast().seq());
        return answer;
    }

    @GetMapping("/verification")
    Verification verification() {
        return verifier.verify();
    }

    @GetMapping("/export")
    void export(@RequestParam Map<String, String> given, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AuditParameters parameters = new AuditParameters(given, Set.of("format"));
        ExportFormat format = ExportFormat.of(given.get("format"));
        Export export = Export.begin(request, "audit", given);
        sealer.seal();
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"audit-" + IN_NAMES.format(clock.instant()) + "." + format.suffix() + "\"");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        format.begin(out);
        reader.each(parameters.query(), entry -> {
            try {
                format.entry(out, entry, export.rows() == 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            export.row();
        });
        format.end(out, export.rows());
        out.flush();
        export.complete();
    }
}
