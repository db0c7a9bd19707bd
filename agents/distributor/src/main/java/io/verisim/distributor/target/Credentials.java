package io.verisim.distributor.target;

import io.verisim.model.error.VerisimException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a target is and how to enter it; never part of a configuration, message or log.
 *
 * @param name the reference by which configurations know it
 * @param url address
 * @param username user, where the target has one
 * @param password its password
 * @param token access token, where the target takes one
 */
public record Credentials(
        String name,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @Nullable String token) {

    /**
     * The address.
     *
     * @throws VerisimException CONFIGURATION where it is not set
     */
    public String requiredUrl() {
        if (url == null || url.isBlank()) {
            throw missing("url");
        }
        return url;
    }

    private VerisimException missing(String part) {
        return VerisimException.configuration(
                "CREDENTIALS_INCOMPLETE",
                "The credentials '" + name + "' have no " + part + ".",
                "Set " + property(name, part) + " (environment " + variable(name, part) + ") for the distributor.");
    }

    /** The property that holds a part of credentials. */
    public static String property(String name, String part) {
        return "verisim.credentials." + name + "." + part;
    }

    /** The environment variable that holds a part of credentials. */
    public static String variable(String name, String part) {
        return property(name, part).replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Credentials(" + name + ")";
    }
}
