/** Tests of the chain. */
@NullMarked
package io.verisim.orchestrator.audit;

import org.jspecify.annotations.NullMarked;
