package io.verisim.embedded.junit;

import io.verisim.embedded.connection.BrokerConnection;

/** Virtual hosts for tests on one broker. */
sealed interface VirtualHosts extends AutoCloseable permits EmbeddedVirtualHosts, RabbitVirtualHosts {

    BrokerConnection create(String name);

    @Override
    void close();
}
