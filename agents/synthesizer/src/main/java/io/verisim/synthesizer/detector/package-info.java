/** Gradient-boosted trees, and the detector built on them: how well real and synthetic rows can be told apart. */
@NullMarked
package io.verisim.synthesizer.detector;

import org.jspecify.annotations.NullMarked;
