/** Workflows, tasks, their outputs, questions and errors in PostgreSQL. */
@NullMarked
package io.verisim.orchestrator.workflow.adapter.postgres;

import org.jspecify.annotations.NullMarked;
