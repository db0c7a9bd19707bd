/** The lifecycle as a Spring state machine, built from the table. */
@NullMarked
package io.verisim.orchestrator.lifecycle.adapter;

import org.jspecify.annotations.NullMarked;
