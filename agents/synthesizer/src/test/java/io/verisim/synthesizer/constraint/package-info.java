@NullMarked
package io.verisim.synthesizer.constraint;

import org.jspecify.annotations.NullMarked;
