package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import io.verisim.embedded.connection.ServiceConnections;
import java.io.IOException;

/** Platforms for tests of other packages. */
public final class TestPlatforms {

    private TestPlatforms() {}

    /** All applications in this JVM, on the given servers. */
    public static Platform on(Home home, ServiceConnections connections) throws IOException {
        PlatformOptions options = PlatformOptions.defaults().withPort(0);
        return SingleJvmPlatform.start(home, options, ServicesHost.start(home, connections));
    }
}
