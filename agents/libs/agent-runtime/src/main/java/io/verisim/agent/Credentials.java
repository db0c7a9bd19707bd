package io.verisim.agent;

import io.verisim.model.error.VerisimException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where something outside is and how to enter it; never part of a configuration, message or log.
 *
 * @param name the reference by which configurations know it
 * @param url address
 * @param username user, where there is one
 * @param password its password
 * @param token access token, where one is taken
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
     * @throws VerisimException CONFIGURATION, naming what to set, where there is none
     */
    public String requiredUrl() {
        return required("url", url);
    }

    /** The address as a URI; as {@link #requiredUrl()}. */
    public URI requiredUri() {
        try {
            return URI.create(requiredUrl());
        } catch (IllegalArgumentException e) {
            throw VerisimException.configuration(
                    "CREDENTIALS_MALFORMED",
                    "The address of the credentials '" + name + "' is no address.",
                    "Correct " + variable(name, "url") + ".");
        }
    }

    /** The user; as {@link #requiredUrl()}. */
    public String requiredUsername() {
        return required("username", username);
    }

    /** The password; as {@link #requiredUrl()}. */
    public String requiredPassword() {
        return required("password", password);
    }

    /** The token; as {@link #requiredUrl()}. */
    public String requiredToken() {
        return required("token", token);
    }

    private String required(String part, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw VerisimException.configuration(
                    "CREDENTIALS_INCOMPLETE",
                    "The credentials '" + name + "' have no " + part + ".",
                    "Set " + property(name, part) + " (environment " + variable(name, part) + ") for the agent.");
        }
        return value;
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
