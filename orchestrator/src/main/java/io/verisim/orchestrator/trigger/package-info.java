/** Workflows that start by themselves: when a query in Jira finds issues that are new or have changed. */
@NullMarked
package io.verisim.orchestrator.trigger;

import org.jspecify.annotations.NullMarked;
