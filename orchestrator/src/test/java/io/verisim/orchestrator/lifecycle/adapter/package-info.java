/** The state machine against the table it is built from. */
@NullMarked
package io.verisim.orchestrator.lifecycle.adapter;

import org.jspecify.annotations.NullMarked;
