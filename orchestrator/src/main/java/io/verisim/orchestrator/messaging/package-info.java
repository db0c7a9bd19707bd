/** What leaves and what comes in: outbox and inbox. */
@NullMarked
package io.verisim.orchestrator.messaging;

import org.jspecify.annotations.NullMarked;
