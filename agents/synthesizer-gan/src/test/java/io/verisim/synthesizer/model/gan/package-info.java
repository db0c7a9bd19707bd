@NullMarked
package io.verisim.synthesizer.model.gan;

import org.jspecify.annotations.NullMarked;
