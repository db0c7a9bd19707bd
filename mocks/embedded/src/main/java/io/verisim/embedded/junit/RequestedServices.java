package io.verisim.embedded.junit;

import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.DatabaseConnection;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Which real services the tests are to run against; empty where the embedded one serves.
 *
 * @param broker RabbitMQ with a user who may make virtual hosts
 * @param administrator a PostgreSQL superuser
 */
record RequestedServices(Optional<BrokerConnection> broker, Optional<DatabaseConnection> administrator) {

    private static final int AMQP_PORT = 5672;
    private static final int POSTGRES_PORT = 5432;

    /** Addresses by system property or environment; {@code verisim.services=true} stands for the usual ports. */
    static RequestedServices from(Properties properties, Map<String, String> environment) {
        boolean usual = Boolean.parseBoolean(properties.getProperty("verisim.services"))
                || Boolean.parseBoolean(environment.get("VERISIM_SERVICES"));
        return new RequestedServices(
                address("VERISIM_TEST_RABBITMQ", usual, properties, environment).map(RequestedServices::broker),
                address("VERISIM_TEST_POSTGRES", usual, properties, environment).map(RequestedServices::administrator));
    }

    private static Optional<String> address(
            String name, boolean usual, Properties properties, Map<String, String> environment) {
        String text = properties.getProperty(name, environment.getOrDefault(name, ""));
        if (text.isBlank()) {
            return usual ? Optional.of("127.0.0.1") : Optional.empty();
        }
        return Optional.of(text.strip());
    }

    private static BrokerConnection broker(String address) {
        URI uri = uri(address, "amqp");
        Credentials user = Credentials.of(uri, "guest", "guest");
        return new BrokerConnection(uri.getHost(), port(uri, AMQP_PORT), "/", user.name(), user.password(), true);
    }

    private static DatabaseConnection administrator(String address) {
        URI uri = uri(address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address, "postgresql");
        Credentials user = Credentials.of(uri, "postgres", "");
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        return new DatabaseConnection(
                uri.getHost(),
                port(uri, POSTGRES_PORT),
                path.isEmpty() ? "postgres" : path,
                user.name(),
                user.password());
    }

    private static URI uri(String address, String scheme) {
        URI uri = URI.create(address.contains("://") ? address : scheme + "://" + address);
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("Not an address of a server (host:port or a URL): '" + address + "'");
        }
        return uri;
    }

    private static int port(URI uri, int usual) {
        return uri.getPort() < 0 ? usual : uri.getPort();
    }

    private record Credentials(String name, String password) {

        /** From the user part of the URL, or from the query as JDBC URLs have it. */
        static Credentials of(URI uri, String defaultName, String defaultPassword) {
            String info = uri.getRawUserInfo();
            if (info != null) {
                int colon = info.indexOf(':');
                return colon < 0
                        ? new Credentials(decoded(info), defaultPassword)
                        : new Credentials(decoded(info.substring(0, colon)), decoded(info.substring(colon + 1)));
            }
            return new Credentials(
                    parameter(uri.getRawQuery(), "user", defaultName),
                    parameter(uri.getRawQuery(), "password", defaultPassword));
        }

        private static String parameter(@Nullable String query, String name, String otherwise) {
            for (String pair : query == null ? new String[0] : query.split("&")) {
                if (pair.startsWith(name + "=")) {
                    return decoded(pair.substring(name.length() + 1));
                }
            }
            return otherwise;
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
