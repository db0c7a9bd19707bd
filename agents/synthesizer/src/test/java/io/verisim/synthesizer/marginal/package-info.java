/** Bins, spikes and rounding. */
@NullMarked
package io.verisim.synthesizer.marginal;

import org.jspecify.annotations.NullMarked;
