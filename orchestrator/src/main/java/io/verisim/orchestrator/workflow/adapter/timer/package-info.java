/** Timers of the workflows in PostgreSQL. */
@NullMarked
package io.verisim.orchestrator.workflow.adapter.timer;

import org.jspecify.annotations.NullMarked;
