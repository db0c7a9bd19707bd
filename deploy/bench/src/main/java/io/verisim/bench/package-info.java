/** Benchmarks: figures, each beside the bar it is held to. */
@NullMarked
package io.verisim.bench;

import org.jspecify.annotations.NullMarked;
