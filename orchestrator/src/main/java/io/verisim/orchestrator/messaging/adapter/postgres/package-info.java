/** Outbox and inbox in PostgreSQL. */
@NullMarked
package io.verisim.orchestrator.messaging.adapter.postgres;

import org.jspecify.annotations.NullMarked;
