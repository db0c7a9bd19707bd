/** {@code ctgan} and {@code copula_gan}: a generator that is trained against a critic. */
@NullMarked
package io.verisim.synthesizer.model.gan;

import org.jspecify.annotations.NullMarked;
