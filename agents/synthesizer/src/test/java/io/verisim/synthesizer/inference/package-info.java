@NullMarked
package io.verisim.synthesizer.inference;

import org.jspecify.annotations.NullMarked;
