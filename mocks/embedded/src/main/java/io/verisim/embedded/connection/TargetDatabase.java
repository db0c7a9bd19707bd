package io.verisim.embedded.connection;

/**
 * A database of the system under test, as its two users see it.
 *
 * @param loader owner of the database: creates and fills tables
 * @param crm reads and edits what the loader made
 */
public record TargetDatabase(DatabaseConnection loader, DatabaseConnection crm) {}
