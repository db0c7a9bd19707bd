/** Distributions, random streams, linear algebra and statistics, the same to the last bit on every machine. */
@NullMarked
package io.verisim.numerics;

import org.jspecify.annotations.NullMarked;
