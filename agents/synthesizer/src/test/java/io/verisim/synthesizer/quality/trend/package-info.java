@NullMarked
package io.verisim.synthesizer.quality.trend;

import org.jspecify.annotations.NullMarked;
