/** Constraints on the records of a table: what they are, what they mean for a row, and whether all of them can hold. */
@NullMarked
package io.verisim.synthesizer.constraint;

import org.jspecify.annotations.NullMarked;
