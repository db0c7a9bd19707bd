/** Tests of {@code gaussian_copula}'s own parts. */
@NullMarked
package io.verisim.synthesizer.model.copula;

import org.jspecify.annotations.NullMarked;
