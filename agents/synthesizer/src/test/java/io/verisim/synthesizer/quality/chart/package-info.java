@NullMarked
package io.verisim.synthesizer.quality.chart;

import org.jspecify.annotations.NullMarked;
