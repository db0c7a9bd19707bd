/** Describes the columns of a table in figures: types, gaps, ranges, distribution, shapes of values, candidate keys. */
@NullMarked
package io.verisim.processor.profile;

import org.jspecify.annotations.NullMarked;
