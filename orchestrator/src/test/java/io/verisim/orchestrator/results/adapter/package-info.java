/** Artifacts on their way out. */
@NullMarked
package io.verisim.orchestrator.results.adapter;

import org.jspecify.annotations.NullMarked;
