package io.verisim.orchestrator.credentials.adapter;

import io.verisim.orchestrator.credentials.Credentials;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;

/** Credentials of the orchestrator's environment: {@code verisim.credentials.<name>.url}, .username, .token. */
@ConfigurationProperties("verisim")
public final class CredentialsProperties {

    private final Map<String, Entry> credentials;

    @ConstructorBinding
    public CredentialsProperties(@Nullable Map<String, Entry> credentials) {
        this.credentials = credentials == null ? Map.of() : Map.copyOf(credentials);
    }

    /** Environment variables have no capitals and no hyphens left, so names are compared without them. */
    public Optional<Credentials> find(String name) {
        return credentials.entrySet().stream()
                .filter(entry -> plain(entry.getKey()).equals(plain(name)))
                .map(Map.Entry::getValue)
                .findFirst()
                .map(entry -> new Credentials(name, entry.url, entry.username, entry.token));
    }

    private static String plain(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(Locale.ROOT);
    }

    /** One set of credentials; says nothing about itself. */
    public record Entry(
            @Nullable String url,
            @Nullable String username,
            @Nullable String token) {

        @Override
        public String toString() {
            return "Entry";
        }
    }

    @Override
    public String toString() {
        return "CredentialsProperties" + credentials.keySet();
    }
}
