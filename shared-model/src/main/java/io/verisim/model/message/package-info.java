/** The closed message protocol between orchestrator and agents, its codec and its queue names. */
@NullMarked
package io.verisim.model.message;

import org.jspecify.annotations.NullMarked;
