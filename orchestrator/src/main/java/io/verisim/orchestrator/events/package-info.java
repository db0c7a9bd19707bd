/** The log of a workflow, which is also its live stream. */
@NullMarked
package io.verisim.orchestrator.events;

import org.jspecify.annotations.NullMarked;
