/** How fast twins are made. */
@NullMarked
package io.verisim.bench.generation;

import org.jspecify.annotations.NullMarked;
