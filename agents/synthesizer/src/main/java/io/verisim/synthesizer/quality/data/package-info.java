/** Real, synthetic and holdout tables side by side as typed columns, for everything that measures them. */
@NullMarked
package io.verisim.synthesizer.quality.data;

import org.jspecify.annotations.NullMarked;
