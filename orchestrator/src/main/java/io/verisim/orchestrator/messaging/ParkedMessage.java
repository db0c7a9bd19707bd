package io.verisim.orchestrator.messaging;

/**
 * A message that was set aside.
 *
 * @param id by which it is replayed or discarded
 * @param queue where it came from
 * @param reason why nobody could handle it
 * @param bytes length of its body
 */
public record ParkedMessage(String id, String queue, String reason, int bytes) {}
