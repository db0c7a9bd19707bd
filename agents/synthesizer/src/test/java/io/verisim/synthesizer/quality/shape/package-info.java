@NullMarked
package io.verisim.synthesizer.quality.shape;

import org.jspecify.annotations.NullMarked;
