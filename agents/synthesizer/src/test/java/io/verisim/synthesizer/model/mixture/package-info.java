/** Tests of the parts of the mixture model. */
@NullMarked
package io.verisim.synthesizer.model.mixture;

import org.jspecify.annotations.NullMarked;
