/** The pipeline as data: stages, their steps, and what each step takes and gives. */
@NullMarked
package io.verisim.orchestrator.pipeline;

import org.jspecify.annotations.NullMarked;
