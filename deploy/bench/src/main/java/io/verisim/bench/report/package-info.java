/** How long the quality report of large tables takes. */
@NullMarked
package io.verisim.bench.report;

import org.jspecify.annotations.NullMarked;
