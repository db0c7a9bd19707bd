/** The lifecycle of every workflow as one table. */
@NullMarked
package io.verisim.orchestrator.lifecycle;

import org.jspecify.annotations.NullMarked;
