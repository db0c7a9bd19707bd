@NullMarked
package io.verisim.synthesizer.quality.data;

import org.jspecify.annotations.NullMarked;
