/** Values made from the shape of a column: masks with fixed parts, check digits, test ranges, and unique keys. */
@NullMarked
package io.verisim.synthesizer.pattern;

import org.jspecify.annotations.NullMarked;
