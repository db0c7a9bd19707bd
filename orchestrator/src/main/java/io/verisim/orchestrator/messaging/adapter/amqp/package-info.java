/** Messages over AMQP 0-9-1. */
@NullMarked
package io.verisim.orchestrator.messaging.adapter.amqp;

import org.jspecify.annotations.NullMarked;
