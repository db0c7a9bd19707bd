/** How fitted models are written as bytes: explicit, bounded, and free of Java serialisation. */
@NullMarked
package io.verisim.synthesizer.codec;

import org.jspecify.annotations.NullMarked;
