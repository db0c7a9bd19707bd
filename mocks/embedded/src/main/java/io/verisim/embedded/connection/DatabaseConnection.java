package io.verisim.embedded.connection;

/**
 * How to reach a PostgreSQL database as one role.
 *
 * @param host name or address
 * @param port TCP port
 * @param database database name
 * @param username role
 * @param password its password
 */
public record DatabaseConnection(String host, int port, String database, String username, String password) {

    /** JDBC URL without credentials. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** The same server, another database. */
    public DatabaseConnection withDatabase(String otherDatabase) {
        return new DatabaseConnection(host, port, otherDatabase, username, password);
    }

    /** The same database, another role. */
    public DatabaseConnection withRole(String otherUsername, String otherPassword) {
        return new DatabaseConnection(host, port, database, otherUsername, otherPassword);
    }

    @Override
    public String toString() {
        return jdbcUrl() + " as " + username;
    }
}
