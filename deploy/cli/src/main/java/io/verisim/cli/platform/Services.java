package io.verisim.cli.platform;

import io.verisim.embedded.connection.ServiceConnections;
import java.net.URI;

/**
 * Where everything is that orchestrator and agents need. Holds secrets: travels by file with owner's rights only.
 *
 * @param connections broker, databases, objects
 * @param jira base address of Jira
 * @param jiraUser user for Jira
 * @param jiraToken its API token
 * @param crm base address of the system under test
 * @param crmUser user who signs in there
 * @param crmPassword its password
 */
public record Services(
        ServiceConnections connections,
        URI jira,
        String jiraUser,
        String jiraToken,
        URI crm,
        String crmUser,
        String crmPassword) {

    @Override
    public String toString() {
        return "Services[" + connections + ", jira=" + jira + ", crm=" + crm + "]";
    }
}
