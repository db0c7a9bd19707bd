/** Measures of pairs of columns, real against synthetic. Undefined results are NaN. */
@NullMarked
package io.verisim.synthesizer.quality.trend;

import org.jspecify.annotations.NullMarked;
