package io.verisim.orchestrator.web.adapter;

import io.verisim.model.id.WorkflowId;
import io.verisim.orchestrator.audit.AuditEntry;
import io.verisim.orchestrator.audit.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/** Writes an audit entry for every request that changes something and for every artifact that leaves. */
public final class AuditInterceptor implements HandlerInterceptor {

    private static final Pattern WORKFLOW = Pattern.compile("/workflows/([0-9a-f-]{36})");
    private static final Pattern EXPORT = Pattern.compile("/artifacts/[^/]+$");

    private final AuditLog audit;
    private final Clock clock;

    public AuditInterceptor(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        String path = request.getRequestURI();
        boolean export = EXPORT.matcher(path).find();
        if (request.getMethod().equals("GET") ? !export : !request.getMethod().equals("POST")) {
            return;
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("method", request.getMethod());
        detail.put("path", path);
        detail.put("status", response.getStatus());
        detail.put("trace", String.valueOf(request.getAttribute(TraceFilter.TRACE_ID)));
        Matcher matcher = WORKFLOW.matcher(path);
        WorkflowId workflow = matcher.find() ? WorkflowId.of(matcher.group(1)) : null;
        audit.append(AuditEntry.of(
                "default",
                clock.instant(),
                "user",
                String.valueOf(request.getRemoteAddr()),
                export ? "artifact.export" : "api.call",
                workflow,
                detail));
    }
}
