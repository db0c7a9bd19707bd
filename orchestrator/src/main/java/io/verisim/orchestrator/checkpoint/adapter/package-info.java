/** Checkpoints in PostgreSQL and in the object store. */
@NullMarked
package io.verisim.orchestrator.checkpoint.adapter;

import org.jspecify.annotations.NullMarked;
