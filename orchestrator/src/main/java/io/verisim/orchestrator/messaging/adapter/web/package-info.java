/** Parked messages over the API. */
@NullMarked
package io.verisim.orchestrator.messaging.adapter.web;

import org.jspecify.annotations.NullMarked;
