/** What a workflow is and how it proceeds: one lifecycle table, pure decisions, no I/O. */
@NullMarked
package io.verisim.orchestrator.workflow.domain;

import org.jspecify.annotations.NullMarked;
