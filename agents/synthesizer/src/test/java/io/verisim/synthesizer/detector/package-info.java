@NullMarked
package io.verisim.synthesizer.detector;

import org.jspecify.annotations.NullMarked;
