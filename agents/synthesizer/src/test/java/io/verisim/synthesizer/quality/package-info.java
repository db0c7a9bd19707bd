@NullMarked
package io.verisim.synthesizer.quality;

import org.jspecify.annotations.NullMarked;
