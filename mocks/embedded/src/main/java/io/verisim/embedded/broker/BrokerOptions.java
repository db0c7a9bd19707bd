package io.verisim.embedded.broker;

import java.nio.file.Path;

/**
 * What an embedded broker needs.
 *
 * @param directory where messages are kept
 * @param port TCP port on the loopback address; 0 for any free one
 * @param username the only user
 * @param password its password
 */
public record BrokerOptions(Path directory, int port, String username, String password) {

    @Override
    public String toString() {
        return "BrokerOptions(" + directory + ", port " + port + ", user " + username + ")";
    }
}
