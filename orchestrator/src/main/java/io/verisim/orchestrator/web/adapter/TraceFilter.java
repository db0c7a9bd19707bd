package io.verisim.orchestrator.web.adapter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request a W3C trace context: that of the caller, or a new one. */
public final class TraceFilter extends OncePerRequestFilter {

    /** Request attribute: the trace context to pass on. */
    public static final String TRACE_PARENT = "io.verisim.traceparent";

    /** Request attribute: the trace id, shown in problems. */
    public static final String TRACE_ID = "io.verisim.traceid";

    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_ID_FROM = 3;
    private static final int TRACE_ID_TO = 35;

    private final LongSupplier random;

    public TraceFilter(LongSupplier random) {
        this.random = random;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String parent = request.getHeader("traceparent");
        if (parent == null || !VALID.matcher(parent).matches()) {
            HexFormat hex = HexFormat.of();
            parent = "00-" + hex.toHexDigits(random.getAsLong()) + hex.toHexDigits(random.getAsLong()) + "-"
                    + hex.toHexDigits(random.getAsLong() | 1) + "-01";
        }
        String id = parent.substring(TRACE_ID_FROM, TRACE_ID_TO);
        request.setAttribute(TRACE_PARENT, parent);
        request.setAttribute(TRACE_ID, id);
        MDC.put("trace", id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("trace");
        }
    }
}
