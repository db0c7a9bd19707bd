/** Tests of the faults themselves: what is to find bugs must have none. */
@NullMarked
package io.verisim.bench.faults;

import org.jspecify.annotations.NullMarked;
