/** Carries out what the lifecycle decides, in one transaction, through ports. */
@NullMarked
package io.verisim.orchestrator.workflow.application;

import org.jspecify.annotations.NullMarked;
