/** Shapes, check digits and keys. */
@NullMarked
package io.verisim.synthesizer.pattern;

import org.jspecify.annotations.NullMarked;
