/** How good a synthetic table is: the measures put together into one report. */
@NullMarked
package io.verisim.synthesizer.quality;

import org.jspecify.annotations.NullMarked;
