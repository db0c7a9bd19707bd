/** The properties of generation: exact count, determinism, no leakage. */
@NullMarked
package io.verisim.synthesizer.generation;

import org.jspecify.annotations.NullMarked;
