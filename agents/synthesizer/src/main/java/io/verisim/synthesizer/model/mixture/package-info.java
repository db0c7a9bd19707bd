/** {@code latent_mixture}: a hidden class a row, and every column drawn given that class and the columns before it. */
@NullMarked
package io.verisim.synthesizer.model.mixture;

import org.jspecify.annotations.NullMarked;
