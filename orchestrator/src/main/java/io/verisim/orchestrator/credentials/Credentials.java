package io.verisim.orchestrator.credentials;

import org.jspecify.annotations.Nullable;

/**
 * Where something outside is and how to enter it; never part of a configuration, message or log.
 *
 * @param name the reference by which configurations know it
 * @param url address
 * @param username user, where there is one
 * @param token access token or secret
 */
public record Credentials(
        String name,
        @Nullable String url,
        @Nullable String username,
        @Nullable String token) {

    @Override
    public String toString() {
        return "Credentials(" + name + ")";
    }
}
