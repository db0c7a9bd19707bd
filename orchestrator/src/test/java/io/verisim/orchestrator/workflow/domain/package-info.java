/** Decisions rehearsed without any server. */
@NullMarked
package io.verisim.orchestrator.workflow.domain;

import org.jspecify.annotations.NullMarked;
