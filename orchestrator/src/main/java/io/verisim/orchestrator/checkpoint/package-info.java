/** Checkpoints: what is needed to go on, at a point where all is well. */
@NullMarked
package io.verisim.orchestrator.checkpoint;

import org.jspecify.annotations.NullMarked;
