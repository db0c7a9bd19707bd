package io.verisim.agent;

import io.verisim.model.error.VerisimException;
import java.util.Optional;

/** Resolves references to credentials in the agent's own environment. */
@FunctionalInterface
public interface CredentialsSource {

    Optional<Credentials> find(String name);

    /**
     * The credentials of that name.
     *
     * @throws VerisimException CONFIGURATION, naming what to set, where there are none
     */
    default Credentials require(String name) {
        return find(name)
                .orElseThrow(() -> VerisimException.configuration(
                        "CREDENTIALS_UNKNOWN",
                        "The agent knows no credentials named '" + name + "'.",
                        "Set " + Credentials.property(name, "url") + ", .username and .password or .token (environment "
                                + Credentials.variable(name, "url")
                                + ", …_USERNAME, …_PASSWORD, …_TOKEN) for the agent."));
    }
}
