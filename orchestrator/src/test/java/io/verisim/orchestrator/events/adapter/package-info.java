/** Tests of the live news. */
@NullMarked
package io.verisim.orchestrator.events.adapter;

import org.jspecify.annotations.NullMarked;
