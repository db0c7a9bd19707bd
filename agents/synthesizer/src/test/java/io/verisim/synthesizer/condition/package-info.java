@NullMarked
package io.verisim.synthesizer.condition;

import org.jspecify.annotations.NullMarked;
