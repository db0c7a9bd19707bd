package io.verisim.embedded.connection;

/**
 * How to reach everything that Verisim needs.
 *
 * @param broker messages
 * @param orchestrator the orchestrator's database
 * @param target the target database, which cannot be entered with the orchestrator's role nor the other way round
 * @param objects artifacts
 */
public record ServiceConnections(
        BrokerConnection broker, DatabaseConnection orchestrator, TargetDatabase target, ObjectsConnection objects) {}
