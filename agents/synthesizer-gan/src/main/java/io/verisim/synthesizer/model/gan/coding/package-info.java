/** Tables as networks see them: choices, and numbers relative to the mode they belong to; and the way back. */
@NullMarked
package io.verisim.synthesizer.model.gan.coding;

import org.jspecify.annotations.NullMarked;
