/** What the orchestrator itself needs to enter other services. */
@NullMarked
package io.verisim.orchestrator.credentials;

import org.jspecify.annotations.NullMarked;
