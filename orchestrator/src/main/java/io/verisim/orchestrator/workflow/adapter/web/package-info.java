/** Workflows over HTTP. */
@NullMarked
package io.verisim.orchestrator.workflow.adapter.web;

import org.jspecify.annotations.NullMarked;
