/** Measures of one column, real against synthetic. Undefined results are NaN. */
@NullMarked
package io.verisim.synthesizer.quality.shape;

import org.jspecify.annotations.NullMarked;
