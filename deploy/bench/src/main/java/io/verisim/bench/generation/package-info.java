/** How fast twins are made, in how much memory. */
@NullMarked
package io.verisim.bench.generation;

import org.jspecify.annotations.NullMarked;
