/** Live news. */
@NullMarked
package io.verisim.orchestrator.events;

import org.jspecify.annotations.NullMarked;
