/** What a workflow led to: its summary and its artifacts. */
@NullMarked
package io.verisim.orchestrator.results;

import org.jspecify.annotations.NullMarked;
