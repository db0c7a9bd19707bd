/** An AMQP 0-9-1 broker in process: Apache Qpid Broker-J on a Berkeley DB store. */
@NullMarked
package io.verisim.embedded.broker;

import org.jspecify.annotations.NullMarked;
