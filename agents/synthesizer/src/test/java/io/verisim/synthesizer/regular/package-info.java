@NullMarked
package io.verisim.synthesizer.regular;

import org.jspecify.annotations.NullMarked;
