package io.verisim.orchestrator.web.adapter;

import io.verisim.model.message.MessageCodec;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps other web sites in the user's browser from using an orchestrator that asks for no credentials: answers only to
 * known host names (against DNS rebinding), and takes changes only from its own pages or from programs (against forged
 * requests) and opens WebSockets to no others, which browsers leave to the server. Sets the headers that every answer has.
 */
public final class GuardFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Set<String> hosts;

    /** Answers to these host names and to those of the loopback address. */
    public GuardFilter(Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        if (!isKnown(request.getServerName())) {
            refuse(
                    request,
                    response,
                    "HOST_UNKNOWN",
                    "This orchestrator does not answer for that host name.",
                    "Use http://127.0.0.1, or name the host in VERISIM_ALLOWED_HOSTS.");
        } else if ((!SAFE.contains(request.getMethod()) || request.getHeader("Upgrade") != null)
                && isForeign(request)) {
            refuse(
                    request,
                    response,
                    "FOREIGN_ORIGIN",
                    "Changes are not taken from pages of another site.",
                    "Use the orchestrator's own pages, the command line or the API.");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isKnown(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("127.0.0.1")
                || name.equals("[::1]")
                || name.equals("::1")
                || name.equals("0:0:0:0:0:0:0:1")
                || hosts.contains(name);
    }

    private static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        return !isOwn(request.getHeader("Origin"), request);
    }

    private static boolean isOwn(@Nullable String origin, HttpServletRequest request) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equals(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, String code, String detail, String remedy)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:verisim:error:" + code);
        problem.put("title", "Forbidden");
        problem.put("status", HttpServletResponse.SC_FORBIDDEN);
        problem.put("detail", detail);
        problem.put("code", code);
        problem.put("remedy", remedy);
        problem.put("traceId", request.getAttribute(TraceFilter.TRACE_ID));
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(MessageCodec.mapper().writeValueAsBytes(problem));
    }
}
