package io.verisim.distributor.app;

import io.verisim.distributor.target.Credentials;
import io.verisim.distributor.target.CredentialsSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;

/** Credentials of this agent's environment: {@code verisim.credentials.<name>.url}, .username, .password, .token. */
@ConfigurationProperties("verisim")
final class CredentialsProperties implements CredentialsSource {

    private final Map<String, Entry> credentials;

    @ConstructorBinding
    CredentialsProperties(@Nullable Map<String, Entry> credentials) {
        this.credentials = credentials == null ? Map.of() : Map.copyOf(credentials);
    }

    /** Environment variables have no capitals and no hyphens left, so names are compared without them. */
    @Override
    public Optional<Credentials> find(String name) {
        Entry exact = credentials.get(name);
        return Optional.ofNullable(exact)
                .or(() -> credentials.entrySet().stream()
                        .filter(entry -> plain(entry.getKey()).equals(plain(name)))
                        .map(Map.Entry::getValue)
                        .findFirst())
                .map(entry -> new Credentials(name, entry.url, entry.username, entry.password, entry.token));
    }

    private static String plain(String name) {
        return name.replaceAll("[-_.]", "").toLowerCase(java.util.Locale.ROOT);
    }

    /** One set of credentials; says nothing about itself. */
    record Entry(
            @Nullable String url,
            @Nullable String username,
            @Nullable String password,
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
