/** Pipelines as data. */
@NullMarked
package io.verisim.orchestrator.pipeline;

import org.jspecify.annotations.NullMarked;
