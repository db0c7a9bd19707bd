package io.verisim.mock.jira;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the handler of a request, after sign-in and faults; a refusal becomes an error collection. */
final class Router implements HttpHandler {

    private static final System.Logger LOG = System.getLogger(Router.class.getName());

    private final String authorization;
    private final List<Route> routes = new ArrayList<>();
    private final Deque<Fault> faults = new ConcurrentLinkedDeque<>();

    Router(String user, String token) {
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    /** Answers one request. */
    interface Action {
        void answer(Call call) throws IOException;
    }

    private record Route(String method, Pattern path, boolean open, Action action) {}

    /** Adds a route of the REST API; every {@code {}} of the path is a variable. */
    void api(String method, String path, Action action) {
        routes.add(new Route(method, pattern("/rest/api/3" + path), false, action));
    }

    /** Adds a page that needs no sign-in. */
    void page(String path, Action action) {
        routes.add(new Route("GET", pattern(path), true, action));
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Pattern.quote(path).replace("{}", "\\E([^/]+)\\Q"));
    }

    void inject(Fault fault) {
        faults.add(fault);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = new Call(exchange, List.of());
            try {
                if (!faulted(call)) {
                    route(exchange);
                }
            } catch (Refusal refusal) {
                call.json(refusal.status(), refusal.body());
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "The simulated Jira failed; it answers 500", e);
                call.json(500, Refusal.of(500, "Internal server error").body());
            }
        }
    }

    private boolean faulted(Call call) throws IOException {
        Fault fault = nextFault();
        if (fault == null) {
            return false;
        }
        if (fault.delay().compareTo(Duration.ZERO) > 0) {
            try {
                Thread.sleep(fault.delay());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (fault.status() == 0) {
            return false;
        }
        fault.headers().forEach(call::responseHeader);
        call.send(
                fault.status(),
                fault.headers().getOrDefault("Content-Type", "text/plain"),
                fault.body().getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private synchronized @org.jspecify.annotations.Nullable Fault nextFault() {
        Fault fault = faults.poll();
        if (fault != null && fault.times() > 1) {
            faults.addFirst(fault.once());
        }
        return fault;
    }

    private void route(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        boolean known = false;
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (matcher.matches()) {
                known = true;
                if (route.method().equals(exchange.getRequestMethod())) {
                    Call call = new Call(exchange, groups(matcher.toMatchResult()));
                    if (route.open() || signedIn(call)) {
                        route.action().answer(call);
                    }
                    return;
                }
            }
        }
        new Call(exchange, List.of()).text(known ? 405 : 404, known ? "Method Not Allowed" : "Not Found");
    }

    private boolean signedIn(Call call) throws IOException {
        if (call.header("Authorization").orElse("").equals(authorization)) {
            return true;
        }
        call.responseHeader("WWW-Authenticate", "OAuth realm=\"http%3A%2F%2Flocalhost\"");
        call.text(401, "Client must be authenticated to access this resource.");
        return false;
    }

    private static List<String> groups(MatchResult match) {
        return IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .toList();
    }
}
