/** {@code gaussian_copula}: marginals as they are, dependence by one matrix of correlations. */
@NullMarked
package io.verisim.synthesizer.model.copula;

import org.jspecify.annotations.NullMarked;
