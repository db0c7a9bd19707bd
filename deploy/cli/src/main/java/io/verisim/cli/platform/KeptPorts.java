package io.verisim.cli.platform;

import io.verisim.cli.home.Home;
import io.verisim.embedded.EmbeddedServices;
import io.verisim.embedded.ServicePorts;
import io.verisim.embedded.connection.ServiceConnections;
import java.io.IOException;
import java.util.Optional;

/**
 * Ports of the services of a home. They are kept: who knows an address goes on using it, whether the services are started
 * again beside running agents, or the whole instance is and goes on with a workflow that names them.
 *
 * @param servers ports of the embedded servers; 0 for any free one
 * @param jira port of the Jira mock; 0 for any free one
 * @param crm port of the system under test; 0 for any free one
 */
record KeptPorts(ServicePorts servers, int jira, int crm) {

    /** Any free ones. */
    static KeptPorts any() {
        return new KeptPorts(ServicePorts.anyFree(), 0, 0);
    }

    /** The ports of the last start; any, where there was none. */
    static KeptPorts of(Home home) throws IOException {
        Optional<Services> last = ServicesFile.read(home).map(ServicesFile::services);
        if (last.isEmpty()) {
            return any();
        }
        ServiceConnections connections = last.get().connections();
        return new KeptPorts(
                new ServicePorts(
                        connections.broker().port(),
                        connections.orchestrator().port(),
                        connections.objects().endpoint().getPort()),
                last.get().jira().getPort(),
                last.get().crm().getPort());
    }

    /** The same, with another port in place of one that is not known, or that somebody else has meanwhile. */
    KeptPorts whereFree(Home home) throws IOException {
        EmbeddedServices.stopLeftOver(home.services());
        return new KeptPorts(
                new ServicePorts(free(servers.broker()), free(servers.postgres()), free(servers.objects())),
                free(jira),
                free(crm));
    }

    private static int free(int port) throws IOException {
        return port != 0 && Ports.isFree(port) ? port : Ports.free();
    }
}
