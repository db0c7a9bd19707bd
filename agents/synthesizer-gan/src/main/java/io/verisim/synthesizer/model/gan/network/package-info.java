/** Small neural networks on rows of floats: layers, their gradients by hand, the optimiser. Knows nothing of tables. */
@NullMarked
package io.verisim.synthesizer.model.gan.network;

import org.jspecify.annotations.NullMarked;
