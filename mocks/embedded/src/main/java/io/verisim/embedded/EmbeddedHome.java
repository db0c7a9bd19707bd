package io.verisim.embedded;

import io.verisim.embedded.broker.BrokerOptions;
import io.verisim.embedded.home.Secrets;
import io.verisim.embedded.objects.ObjectsOptions;
import io.verisim.embedded.postgres.PostgresOptions;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/** Where each server of a home keeps its state, and its generated passwords. */
public final class EmbeddedHome {

    /** The bucket of all artifacts. */
    public static final String BUCKET = "verisim";

    /** Directory of the database within a home. */
    static final String POSTGRES = "postgres";

    /** The broker's user. */
    private static final String USER = "verisim";

    private final Path directory;
    private final Secrets secrets;

    private EmbeddedHome(Path directory, Secrets secrets) {
        this.directory = directory;
        this.secrets = secrets;
    }

    /** A home directory, made where missing. */
    public static EmbeddedHome open(Path directory) {
        Path absolute = directory.toAbsolutePath();
        return new EmbeddedHome(absolute, Secrets.open(absolute.resolve("secrets"), new SecureRandom()));
    }

    /** Broker of this home; port 0 for any free one. */
    public BrokerOptions broker(int port) {
        return new BrokerOptions(directory.resolve("broker"), port, USER, secrets.secret("broker.password"));
    }

    /** PostgreSQL of this home; port 0 for any free one. */
    public PostgresOptions postgres(int port) {
        return new PostgresOptions(
                directory.resolve(POSTGRES),
                port,
                programs(System.getenv()),
                new PostgresOptions.Passwords(
                        secrets.secret("postgres.administrator.password"),
                        secrets.secret("postgres.orchestrator.password"),
                        secrets.secret("postgres.loader.password"),
                        secrets.secret("postgres.crm.password")),
                true);
    }

    /** Object store of this home; port 0 for any free one. */
    public ObjectsOptions objects(int port) {
        return new ObjectsOptions(
                directory.resolve("objects"),
                port,
                secrets.secret("objects.access-key"),
                secrets.secret("objects.secret-key"),
                BUCKET);
    }

    /** The programs are the same for all homes of a user and take 75 MB, so they are unpacked once. */
    static Path programs(Map<String, String> environment) {
        String wished = environment.get("VERISIM_POSTGRES_CACHE");
        if (wished != null && !wished.isBlank()) {
            return Path.of(wished);
        }
        String cache = environment.get("XDG_CACHE_HOME");
        Path base =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("verisim").resolve("postgres");
    }

    @Override
    public String toString() {
        return "EmbeddedHome(" + directory + ")";
    }
}
