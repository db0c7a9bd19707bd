/** Tests of what the benchmark of synthesis is made of. */
@NullMarked
package io.verisim.bench.synthesis;

import org.jspecify.annotations.NullMarked;
