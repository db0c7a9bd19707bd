package io.verisim.embedded.connection;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * How to reach an AMQP 0-9-1 broker.
 *
 * @param host name or address
 * @param port TCP port
 * @param virtualHost virtual host
 * @param username user
 * @param password its password
 * @param quorum whether the broker has quorum queues (RabbitMQ); the embedded broker has none
 */
public record BrokerConnection(
        String host, int port, String virtualHost, String username, String password, boolean quorum) {

    /** {@code amqp://user:password@host:port/vhost}; holds the password. */
    public URI uri() {
        return URI.create("amqp://" + encoded(username) + ":" + encoded(password) + "@" + host + ":" + port + "/"
                + encoded(virtualHost));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "amqp://" + username + "@" + host + ":" + port + "/" + encoded(virtualHost);
    }
}
