package io.verisim.embedded.postgres;

import java.nio.file.Path;

/**
 * What an embedded PostgreSQL needs.
 *
 * @param directory where data, log and settings are kept
 * @param port TCP port on the loopback address; 0 for any free one
 * @param binaries folder under which the programs are unpacked once; shared by all homes of a user
 * @param passwords one for each role
 * @param durable whether commits wait for the disk; without, a crash of the machine may lose everything
 */
public record PostgresOptions(Path directory, int port, Path binaries, Passwords passwords, boolean durable) {

    /** For data that nobody misses, such as those of tests: faster. */
    public PostgresOptions withoutDurability() {
        return new PostgresOptions(directory, port, binaries, passwords, false);
    }

    /**
     * Passwords of the roles.
     *
     * @param administrator of {@code postgres}, the superuser
     * @param orchestrator of {@code verisim_orchestrator}
     * @param loader of {@code verisim_loader}
     * @param crm of {@code verisim_crm}
     */
    public record Passwords(String administrator, String orchestrator, String loader, String crm) {

        @Override
        public String toString() {
            return "Passwords(…)";
        }
    }

    @Override
    public String toString() {
        return "PostgresOptions(" + directory + ", port " + port + ")";
    }
}
