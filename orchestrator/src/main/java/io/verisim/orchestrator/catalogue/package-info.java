/** The agents that are alive, and the task types they offer. */
@NullMarked
package io.verisim.orchestrator.catalogue;

import org.jspecify.annotations.NullMarked;
