package io.verisim.embedded.junit;

import io.verisim.embedded.EmbeddedHome;
import io.verisim.embedded.broker.EmbeddedBroker;
import io.verisim.embedded.connection.BrokerConnection;
import org.jspecify.annotations.Nullable;

/** Virtual hosts in memory on an embedded broker, started at the first call. */
final class EmbeddedVirtualHosts implements VirtualHosts {

    private final TemporaryHome home;

    private @Nullable EmbeddedBroker broker;

    EmbeddedVirtualHosts(TemporaryHome home) {
        this.home = home;
    }

    @Override
    public synchronized BrokerConnection create(String name) {
        EmbeddedBroker running = broker;
        if (running == null) {
            running = EmbeddedBroker.start(EmbeddedHome.open(home.directory()).broker(0));
            broker = running;
        }
        return running.createTransientVirtualHost(name);
    }

    @Override
    public synchronized void close() {
        if (broker != null) {
            broker.close();
        }
    }

    @Override
    public String toString() {
        return "embedded broker";
    }
}
