/** Tests of what the orchestrator does with decisions. */
@NullMarked
package io.verisim.orchestrator.workflow.application;

import org.jspecify.annotations.NullMarked;
