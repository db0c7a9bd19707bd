/** Summaries. */
@NullMarked
package io.verisim.orchestrator.results;

import org.jspecify.annotations.NullMarked;
