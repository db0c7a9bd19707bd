/** The configuration document of a workflow: its published schema, its checks, its sections. */
@NullMarked
package io.verisim.orchestrator.configuration;

import org.jspecify.annotations.NullMarked;
