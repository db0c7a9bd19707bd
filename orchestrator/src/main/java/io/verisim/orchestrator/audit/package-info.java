/** Who did what, with what, and when. */
@NullMarked
package io.verisim.orchestrator.audit;

import org.jspecify.annotations.NullMarked;
