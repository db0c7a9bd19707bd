package io.verisim.orchestrator.web.adapter;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.audit.AuditEntry;
import io.verisim.orchestrator.audit.AuditLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes every access to the API into the audit log, those that are refused included; no operation can forget it.
 * Changes and exports have an entry each, written before the request ends; exports another one before anything leaves.
 * Reads go through the {@link ReadJournal},
 * which counts repetitions, because live pages and health probes repeat theirs all the time. A live stream counts when
 * it is opened.
 */
public final class AuditFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern WORKFLOW =
            Pattern.compile("/workflows/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:/|$)");
    private static final int LONGEST_PATH = 500;

    private final AuditLog audit;
    private final ReadJournal reads;
    private final Clock clock;

    public AuditFilter(AuditLog audit, ReadJournal reads, Clock clock) {
        this.audit = audit;
        this.reads = reads;
        this.clock = clock;
    }

    /** Decided by the path that the server has decoded, so that no spelling of it goes around. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.equals("/api") && !path.startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean ended = false;
        Export.journal(request, export -> audit.append(entry(request, export.startedAction(), export.what())));
        try {
            chain.doFilter(request, response);
            ended = true;
        } finally {
            record(request, ended ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private void record(HttpServletRequest request, int status) {
        Export export = Export.of(request);
        boolean read = READS.contains(request.getMethod());
        Map<String, Object> outcome = new LinkedHashMap<>();
        outcome.put("status", status);
        if (export != null) {
            outcome.putAll(export.detail());
        }
        AuditEntry entry = entry(request, export != null ? export.action() : read ? "api.read" : "api.call", outcome);
        if (export == null && read) {
            reads.note(entry);
            return;
        }
        try {
            audit.append(entry);
        } catch (RuntimeException e) {
            LOG.error("The audit log did not take an entry, which stands here instead: {}", entry, e);
        }
    }

    private AuditEntry entry(HttpServletRequest request, String action, Map<String, Object> more) {
        String path = request.getRequestURI();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("method", request.getMethod());
        detail.put("path", path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path);
        detail.put("trace", String.valueOf(request.getAttribute(TraceFilter.TRACE_ID)));
        detail.putAll(more);
        Matcher matcher = WORKFLOW.matcher(request.getServletPath());
        return AuditEntry.of(
                "default",
                clock.instant(),
                "user",
                String.valueOf(request.getRemoteAddr()),
                action,
                matcher.find() ? WorkflowId.of(matcher.group(1)) : null,
                detail);
    }
}
