/** The runtime of an agent: listener, idempotency, heartbeat, progress, parking, artifacts, on Spring and RabbitMQ. */
@NullMarked
package io.verisim.agent.app;

import org.jspecify.annotations.NullMarked;
