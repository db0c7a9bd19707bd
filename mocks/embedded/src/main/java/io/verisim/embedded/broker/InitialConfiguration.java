package io.verisim.embedded.broker;

import io.verisim.model.message.MessageCodec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.qpid.server.model.port.AmqpPort;

/** The broker's configuration: one loopback port, one user, one durable virtual host. */
final class InitialConfiguration {

    /** A virtual host of this type keeps its messages in the store of its node; else they go to the work directory. */
    private static final String IN_NODE_STORE = "{\"type\":\"ProvidedStore\"}";

    /** How long a client may take to greet; on a busy machine the 2 s that are usual are too short for a JVM. */
    private static final String GREETING_MILLIS = "30000";

    private InitialConfiguration() {}

    static String json(BrokerOptions options, Path directory) {
        return MessageCodec.mapper()
                .writeValueAsString(Map.of(
                        "name", "embedded",
                        "modelVersion", "9.1",
                        "authenticationproviders", List.of(passwords(options)),
                        "ports", List.of(port(options)),
                        "virtualhostnodes", List.of(durableVirtualHost(directory))));
    }

    static Map<String, Object> transientVirtualHost(String name) {
        return Map.of("name", name, "type", "Memory", "virtualHostInitialConfiguration", IN_NODE_STORE);
    }

    private static Map<String, Object> passwords(BrokerOptions options) {
        return Map.of(
                "name",
                "passwords",
                "type",
                "Plain",
                // without this, PLAIN is offered over TLS only; the port is bound to the loopback address
                "secureOnlyMechanisms",
                List.of(),
                "users",
                List.of(Map.of("name", options.username(), "type", "managed", "password", options.password())));
    }

    private static Map<String, Object> port(BrokerOptions options) {
        return Map.of(
                "name",
                "AMQP",
                "port",
                Integer.toString(options.port()),
                "bindingAddress",
                "127.0.0.1",
                "authenticationProvider",
                "passwords",
                "protocols",
                List.of("AMQP_0_9_1"),
                "context",
                Map.of(AmqpPort.PROTOCOL_HANDSHAKE_TIMEOUT, GREETING_MILLIS),
                "virtualhostaliases",
                List.of(
                        Map.of("name", "nameAlias", "type", "nameAlias"),
                        Map.of("name", "defaultAlias", "type", "defaultAlias")));
    }

    private static Map<String, Object> durableVirtualHost(Path directory) {
        return Map.of(
                "name",
                EmbeddedBroker.DEFAULT_VIRTUAL_HOST,
                "defaultVirtualHostNode",
                "true",
                "type",
                "BDB",
                "storePath",
                directory.resolve("store").toAbsolutePath().toString(),
                "virtualHostInitialConfiguration",
                IN_NODE_STORE);
    }
}
