/** Regular expressions in the strict sense: matched in linear time, intersected, counted, and drawn from. */
@NullMarked
package io.verisim.synthesizer.regular;

import org.jspecify.annotations.NullMarked;
