/** Tests of messages over AMQP. */
@NullMarked
package io.verisim.orchestrator.messaging.adapter.amqp;

import org.jspecify.annotations.NullMarked;
