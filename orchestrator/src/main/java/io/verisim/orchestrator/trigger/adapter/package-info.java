/** Triggers in PostgreSQL and over HTTP. */
@NullMarked
package io.verisim.orchestrator.trigger.adapter;

import org.jspecify.annotations.NullMarked;
