/** Twins of real tables by every model: how like, how private, how fast. */
@NullMarked
package io.verisim.bench.synthesis;

import org.jspecify.annotations.NullMarked;
