/** Distributions of single columns, smoothed so that no rare value is copied; shared by all synthesis models. */
@NullMarked
package io.verisim.synthesizer.marginal;

import org.jspecify.annotations.NullMarked;
