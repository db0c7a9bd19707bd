package io.verisim.embedded.postgres;

import io.verisim.embedded.home.PrivateFiles;
import java.nio.file.Path;

/**
 * The server's settings, written anew at each start. Only passwords over the loopback address let anyone in: there is
 * no Unix socket, so no peer or trust access. Commits are durable; what is left out is replication, which makes loads
 * into a fresh table skip the write-ahead log.
 */
final class ServerSettings {

    private ServerSettings() {}

    static void write(Path data, int port, boolean durable) {
        PrivateFiles.write(data.resolve("verisim.conf"), """
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                fsync = %s
                max_connections = 100
                shared_buffers = 64MB
                work_mem = 8MB
                maintenance_work_mem = 64MB
                max_wal_size = 1GB
                checkpoint_timeout = 15min
                wal_level = minimal
                max_wal_senders = 0
                wal_compression = on
                jit = off
                io_method = sync
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_min_messages = warning
                log_checkpoints = off
                log_line_prefix = '%%m [%%p] %%u@%%d '
                """.formatted(port, durable ? "on" : "off"));
        PrivateFiles.write(data.resolve("pg_hba.conf"), """
                host all all 127.0.0.1/32 scram-sha-256
                """);
    }
}
