/** What charts of a report show: aggregates that disclose no single row. */
@NullMarked
package io.verisim.synthesizer.quality.chart;

import org.jspecify.annotations.NullMarked;
