/** The log in PostgreSQL and over HTTP. */
@NullMarked
package io.verisim.orchestrator.events.adapter;

import org.jspecify.annotations.NullMarked;
