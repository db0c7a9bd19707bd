package io.verisim.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.verisim.model.error.VerisimException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresServerTest {

    private Path folder = Path.of("");

    @BeforeEach
    void folderThatOthersMayEnter() throws Exception {
        folder = Files.createTempDirectory("verisim-postgres-test-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void removeFolder() throws Exception {
        Trees.delete(folder);
    }

    @Test
    void rootWithoutUserNamespacesRunsItAsAnotherUser() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become another user");
        Privileges nobody = new Privileges.AsOtherUser("nobody");
        Path programs = PostgresBinaries.unpackedUnder(folder.resolve("cache"));
        Path directory = Files.createDirectory(folder.resolve("postgres"));
        nobody.letIn(programs);
        PostgresServer server = new PostgresServer(programs, directory, nobody);
        server.initialise("secret");
        int port = server.start(0, true);
        try (var connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "secret");
                var rows = connection.createStatement().executeQuery("SELECT 42")) {
            assertThat(rows.next()).isTrue();
        } finally {
            server.stop();
        }
        assertThat(Files.getOwner(directory.resolve("data/PG_VERSION")).getName())
                .isEqualTo("nobody");
    }

    @Test
    void aFolderThatTheOtherUserCannotEnterIsNamedWithTheRemedy() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become another user");
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        Path inside = Files.createDirectory(closed.resolve("postgres"));
        assertThatThrownBy(() -> new Privileges.AsOtherUser("nobody").handOver(inside))
                .isInstanceOf(VerisimException.class)
                .hasMessageContaining(inside.toString());
    }

    @Test
    void aServerThatCannotStartSaysWhereItsLogIs() throws Exception {
        Path programs = PostgresBinaries.unpackedUnder(io.verisim.embedded.TestCache.programs());
        PostgresServer server = new PostgresServer(programs, folder, Privileges.detect());
        server.initialise("secret");
        Files.writeString(folder.resolve("data/postgresql.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(() -> server.start(0, true)).isInstanceOfSatisfying(VerisimException.class, e -> {
            assertThat(e.detail().code()).isEqualTo("POSTGRES_NOT_STARTED");
            assertThat(e.detail().remedy()).contains("server.log");
            assertThat(e.getCause()).hasMessageContaining("no_such_setting");
        });
    }
}
