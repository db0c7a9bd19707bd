/** Searches in Jira. */
@NullMarked
package io.verisim.orchestrator.trigger.adapter.jira;

import org.jspecify.annotations.NullMarked;
