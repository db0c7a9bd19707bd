package io.verisim.bench.faults;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The network between the applications and the services: one proxy before each service. */
final class Network implements Closeable {

    static final List<String> SERVICES = List.of("broker", "database", "objects", "jira");

    private final Map<String, Proxy> proxies = new LinkedHashMap<>();

    private Network() {}

    /** Proxies before the services of an instance, which need not run yet. */
    static Network before(Connections connections) throws IOException {
        Network network = new Network();
        for (String service : SERVICES) {
            network.proxies.put(service, Proxy.start(service, () -> connections.port(service)));
        }
        return network;
    }

    /** What lets the applications of an instance go through it. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        proxies.forEach((service, proxy) -> {
            options.add("--reach");
            options.add(service + "=127.0.0.1:" + proxy.port());
        });
        return options;
    }

    void cut(String service) {
        of(service).cut();
    }

    void delay(String service, Duration delay) {
        of(service).delay(delay);
    }

    /** Everything as fast as it can be. */
    void heal() {
        proxies.values().forEach(proxy -> proxy.delay(Duration.ZERO));
    }

    private Proxy of(String service) {
        return Objects.requireNonNull(proxies.get(service));
    }

    @Override
    public void close() throws IOException {
        for (Proxy proxy : proxies.values()) {
            proxy.close();
        }
    }
}
