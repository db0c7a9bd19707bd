@NullMarked
package io.verisim.synthesizer.quality.picture;

import org.jspecify.annotations.NullMarked;
