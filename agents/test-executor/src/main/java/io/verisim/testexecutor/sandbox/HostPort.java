package io.verisim.testexecutor.sandbox;

import java.net.URI;
import java.util.Locale;

/**
 * A host and a TCP port.
 *
 * @param host name or address, in lower case
 * @param port 1 to 65535
 */
public record HostPort(String host, int port) {

    private static final int MAX_PORT = 65_535;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    public HostPort {
        host = host.toLowerCase(Locale.ROOT);
        if (host.isEmpty() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("No host and port: '" + host + ":" + port + "'");
        }
    }

    /** Host and port of an http or https address. */
    public static HostPort of(URI uri) {
        String host = uri.getHost();
        if (host == null) {
            throw new IllegalArgumentException("No host in address");
        }
        int port = uri.getPort() > 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? HTTPS : HTTP;
        return new HostPort(host, port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
