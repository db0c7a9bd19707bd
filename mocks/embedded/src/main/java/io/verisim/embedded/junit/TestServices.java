package io.verisim.embedded.junit;

import io.verisim.embedded.connection.BrokerConnection;
import io.verisim.embedded.connection.DatabaseConnection;
import io.verisim.embedded.connection.ObjectsConnection;
import io.verisim.embedded.connection.ServiceConnections;
import io.verisim.embedded.connection.TargetDatabase;

/**
 * Services for tests, each asked for in a space of its own, so that tests do not see each other. A server is started,
 * or looked for, when it is first asked for.
 *
 * <p>Each method throws {@link io.verisim.model.error.VerisimException}, which fails the test, where a real service was
 * asked for and is missing.
 */
public interface TestServices {

    /** An empty database with its owner. */
    DatabaseConnection freshDatabase();

    /** An empty database of a system under test, with its two roles. */
    TargetDatabase freshTargetDatabase();

    /** An empty virtual host. */
    BrokerConnection freshVirtualHost();

    /** An empty bucket; always the embedded server. */
    ObjectsConnection freshBucket();

    /** All of the above at once. */
    default ServiceConnections freshConnections() {
        return new ServiceConnections(freshVirtualHost(), freshDatabase(), freshTargetDatabase(), freshBucket());
    }
}
